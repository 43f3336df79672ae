package org.binnacle.explain.read;

import java.util.List;
import org.binnacle.explain.JoinType;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;
import org.jspecify.annotations.Nullable;

/// Makes a left-deep tree of tables that a format lists in join order.
final class LeftDeep {
  private LeftDeep() {}

  /// @param parts at least one
  static Draft join(List<JoinPart> parts) {
    JoinPart first = parts.getFirst();
    Draft joined = first.node;
    @Nullable Double rows = first.node.rows;
    @Nullable Double actual;
    for (JoinPart part : parts.subList(1, Math.min(parts.size(), Bounds.LEFT_DEEP))) {
      rows = part.rows != null ? part.rows : product(rows, part.node.rows);
      // Of an outer join only the rows that found a partner are told.
      Double found = part.type() == JoinType.LEFT ? null : allRows(part);
      actual = part.actualRows != null ? part.actualRows : found;
      joined = join(joined, part, rows, actual);
    }
    for (int i = Bounds.LEFT_DEEP; i < parts.size(); i++) {
      joined.add(parts.get(i).node, Role.INNER);
    }
    return joined;
  }

  private static Draft join(
      Draft before, JoinPart part, @Nullable Double rows, @Nullable Double actual) {
    var kind = new NodeKind.Join(part.algorithm, part.type());
    Draft join = new Draft(kind, label(kind), before.raw.around(part.node.raw));
    join.rows = rows;
    join.cost = part.cost;
    join.lookup = part.condition;
    join.actualRows = actual;
    join.ownMs = part.ownMs != null ? part.ownMs : actual == null ? null : Double.valueOf(0);
    return join.add(before, part.before()).add(part.node, part.own());
  }

  private static String label(NodeKind.Join kind) {
    String type =
        kind.type() == JoinType.ANTI
            ? "antijoin"
            : kind.type() == JoinType.SEMI ? "semijoin" : "join";
    return switch (kind.algorithm()) {
      case NESTED_LOOP -> "Nested loop " + type;
      case HASH -> "Hash " + type;
      case BLOCK_NESTED_LOOP -> "Block nested loop " + type;
      case BATCHED_KEY -> "Batched key access " + type;
    };
  }

  private static @Nullable Double product(@Nullable Double left, @Nullable Double right) {
    return left == null || right == null ? null : Double.valueOf(left * right);
  }

  private static @Nullable Double allRows(JoinPart part) {
    Double rows = part.node.actualRows;
    return rows == null ? null : Double.valueOf(rows * part.node.loops);
  }
}
