package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.binnacle.explain.Flag;
import org.binnacle.explain.Materialized;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;
import org.jspecify.annotations.Nullable;

/// Puts the blocks of a tabular plan together: `<derivedN>` and `<subqueryN>` are filled from block
/// N, `<unionM,N>` from its blocks, other subqueries hang below the block printed before them.
///
/// A tabular plan does not say in which block a subquery stands; it is hung below the nearest block
/// before it that is no subquery itself, which is right unless subqueries nest.
final class GridTree {
  private static final int DEEPEST = 80;

  /// Blocks looked at to find where one belongs: real plans have fewer, hostile ones more.
  private static final int NEAR = 200;

  private final List<GridBlock> blocks;
  private final Map<Integer, GridBlock> byId = new HashMap<>();
  private final Map<Integer, Unwrapped.GridRow> resultOf = new HashMap<>();
  private final Map<GridBlock, Draft> drafts = new HashMap<>();
  private final Map<GridBlock, Integer> position = new HashMap<>();
  private int depth;

  GridTree(List<GridBlock> blocks, List<Unwrapped.GridRow> results) {
    this.blocks = blocks;
    for (GridBlock block : blocks) {
      byId.putIfAbsent(block.id, block);
      position.put(block, position.size());
    }
    for (Unwrapped.GridRow result : results) {
      List<Integer> members = members(result.cell("table"));
      if (!members.isEmpty()) {
        resultOf.put(members.getFirst(), result);
      }
    }
  }

  List<Draft> roots() {
    var roots = new ArrayList<Draft>();
    for (int i = 0; i < blocks.size(); i++) {
      GridBlock block = blocks.get(i);
      if (block.placed) {
        continue;
      }
      Draft outer = i == 0 ? null : outer(i);
      Draft tree = place(block);
      if (outer == null || !(block.subquery() || block.dependent())) {
        roots.add(tree);
      } else {
        Draft subquery =
            new Draft(
                new NodeKind.Subquery(
                    block.id, block.dependent(), !block.type.startsWith("UNCACHEABLE")),
                "Select #" + block.id + " (" + block.type.toLowerCase(Locale.ROOT) + ")",
                tree.raw);
        if (block.type.startsWith("DEPENDENT")) {
          subquery.flags.add(Flag.DEPENDENT);
        } else if (block.type.startsWith("UNCACHEABLE")) {
          subquery.flags.add(Flag.UNCACHEABLE);
        }
        outer.add(subquery.add(tree), Role.CONDITION);
      }
    }
    return roots;
  }

  private @Nullable Draft outer(int index) {
    for (int i = index - 1; i >= Math.max(0, index - NEAR); i--) {
      if (!blocks.get(i).subquery() && drafts.containsKey(blocks.get(i))) {
        return drafts.get(blocks.get(i));
      }
    }
    return drafts.get(blocks.getFirst());
  }

  /// The tree of a block, with the set operation that it begins.
  private Draft place(GridBlock block) {
    Unwrapped.GridRow result = resultOf.remove(block.id);
    if (result != null) {
      return union(result);
    }
    Draft own = alone(block);
    List<GridBlock> more = block.continues() ? List.of() : continuing(block);
    if (more.isEmpty()) {
      return own;
    }
    Draft append = new Draft(new NodeKind.Append(), "Append", own.raw);
    append.add(own);
    more.forEach(one -> append.add(alone(one)));
    return append;
  }

  /// UNION ALL and recursive CTEs print no result row: the blocks just follow.
  private List<GridBlock> continuing(GridBlock first) {
    var more = new ArrayList<GridBlock>();
    int next = position.getOrDefault(first, 0) + 1;
    for (GridBlock block : blocks.subList(next, Math.min(blocks.size(), next + NEAR))) {
      if (block.continues() && !block.placed) {
        more.add(block);
      } else if (!block.subquery() && !block.type.equals("DERIVED")) {
        break;
      } else if (block.type.equals("DERIVED") && !block.placed) {
        break;
      }
    }
    return more;
  }

  private Draft union(Unwrapped.GridRow result) {
    String table = result.cell("table");
    Extra extra = new Extra(result.cell("extra"));
    var kind = new NodeKind.Materialize(Materialized.SET_OPERATION, table, true);
    Draft union = new Draft(kind, "Union materialize " + table, result.raw());
    extra.into(union);
    for (int id : members(table)) {
      GridBlock member = byId.get(id);
      if (member != null && !member.placed) {
        union.add(alone(member), Role.SOURCE);
      }
    }
    if (union.flags.remove(Flag.FILESORT)) {
      Draft sort = new Draft(new NodeKind.Sort("", OptionalLong.empty()), "Sort", result.raw());
      sort.flags.add(Flag.FILESORT);
      return sort.add(union);
    }
    return union;
  }

  /// The tree of a block by itself; its temporary tables are filled from the blocks that they name.
  private Draft alone(GridBlock block) {
    block.placed = true;
    for (JoinPart part : block.parts) {
      if (part.node.kind instanceof NodeKind.Access access) {
        fill(part.node, access.table().name());
      }
    }
    Draft draft = block.draft();
    drafts.put(block, draft);
    return draft;
  }

  private void fill(Draft access, String table) {
    boolean derived = table.startsWith("<derived");
    if (!derived && !table.startsWith("<subquery")) {
      return;
    }
    var kind =
        new NodeKind.Materialize(
            derived ? Materialized.DERIVED : Materialized.SUBQUERY, table, !derived);
    Draft made = new Draft(kind, "Materialize", access.raw);
    List<Integer> members = members(table);
    GridBlock source = members.isEmpty() ? null : byId.get(members.getFirst());
    if (source == null || source.placed || depth > DEEPEST) {
      made.flags.add(Flag.PRINTED_ELSEWHERE);
    } else {
      depth++;
      made.add(place(source), Role.SOURCE);
      depth--;
    }
    access.add(made, Role.SOURCE);
  }

  /// The block numbers in `<derived2>`, `<subquery2>` or `<union1,2>`; ranges (`<union1,...,4>`)
  /// leave some out.
  private static List<Integer> members(String table) {
    var ids = new ArrayList<Integer>();
    int from = 0;
    while (from < table.length() && !Character.isDigit(table.charAt(from))) {
      from++;
    }
    for (String part : table.substring(from).replace(">", "").split(",", -1)) {
      Reads.number(part).ifPresent(id -> ids.add((int) id));
    }
    return ids;
  }
}
