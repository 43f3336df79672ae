package org.binnacle.review.rule.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;
import org.jspecify.annotations.Nullable;

/// How the tables of a block hang together.
///
/// @param table that is read without an index
/// @param columns that the join asks for
public record Joined(Table table, String columns, String message, Optional<Span> span) {

  /// The table that nothing ties to the others: no condition, USING or NATURAL, no column whose
  /// table is unknown, no condition with a constant of its own. Derived tables may be one row.
  public static Optional<TableUse> untied(Query query, Block block) {
    List<TableUse> tables = block.tables();
    if (tables.size() < 2) {
      return Optional.empty();
    }
    var ties = new Ties(block);
    for (Join j : block.joins()) {
      if (j.type() == Join.Type.CROSS
          || j.type() == Join.Type.NATURAL
          || !j.using().isEmpty()
          || j.table().derived()) {
        ties.tie(tables.getFirst(), j.table());
      }
    }
    for (Predicate p : block.conditions()) {
      List<ColumnUse> columns = new ArrayList<>(p.left().columns());
      p.right().forEach(r -> columns.addAll(r.columns()));
      if (columns.stream().anyMatch(c -> c.table().isEmpty())) {
        return Optional.empty();
      }
      ties.tie(columns);
      if (p.kind() == Predicate.Kind.COMPARE
          && p.operator().equals("=")
          && !p.underOr()
          && p.left().isColumn()
          && p.value().filter(v -> v.columns().isEmpty()).isPresent()) {
        block.tableOf(columns.getFirst()).ifPresent(ties::hold);
      }
    }
    for (Block inner : query.blocks()) {
      if (isWithin(query, inner, block)) {
        List<ColumnUse> columns = new ArrayList<>();
        for (Predicate p : inner.conditions()) {
          columns.addAll(p.left().columns());
          p.right().forEach(r -> columns.addAll(r.columns()));
        }
        ties.tie(columns.stream().filter(c -> inner.tableOf(c).isEmpty()).toList());
      }
    }
    return ties.loose();
  }

  private static boolean isWithin(Query query, Block inner, Block outer) {
    int at = inner.outer();
    while (at >= 0 && at != outer.number()) {
      at = query.blocks().get(at).outer();
    }
    return at == outer.number();
  }

  /// Which tables are tied to the first, directly or over others.
  private static final class Ties {
    private final Block block;
    private final Map<TableUse, TableUse> root = new HashMap<>();
    private final Set<TableUse> held = new HashSet<>();

    Ties(Block block) {
      this.block = block;
    }

    private TableUse root(TableUse t) {
      TableUse at = t;
      while (root.containsKey(at)) {
        at = root.get(at);
      }
      return at;
    }

    void tie(TableUse one, TableUse two) {
      TableUse a = root(one);
      TableUse b = root(two);
      if (!a.equals(b)) {
        root.put(b, a);
      }
    }

    void tie(List<ColumnUse> columns) {
      TableUse first = null;
      for (ColumnUse c : columns) {
        TableUse t = block.tableOf(c).orElse(null);
        if (first == null) {
          first = t;
        } else if (t != null) {
          tie(first, t);
        }
      }
    }

    /// One with a constant of its own: a row or a few.
    void hold(TableUse t) {
      held.add(t);
    }

    Optional<TableUse> loose() {
      var groups = new HashMap<TableUse, List<TableUse>>();
      block.tables().forEach(t -> groups.computeIfAbsent(root(t), r -> new ArrayList<>()).add(t));
      List<List<TableUse>> free =
          groups.values().stream()
              .filter(g -> g.stream().noneMatch(t -> t.derived() || held.contains(t)))
              .toList();
      // All rows of one by the few of the others is no explosion.
      if (free.size() < 2) {
        return Optional.empty();
      }
      TableUse first = block.tables().getFirst();
      return block.tables().stream()
          .filter(t -> free.stream().anyMatch(g -> g.contains(t) && !g.contains(first)))
          .findFirst();
    }
  }

  /// The tables of joins for which neither side has an index on what the condition compares; of an
  /// outer join the inner side must have it.
  static List<Joined> withoutIndex(Scope scope, Block block) {
    var all = new ArrayList<Joined>();
    var told = new HashSet<TableUse>();
    for (Join join : block.joins()) {
      boolean outer = join.type() == Join.Type.LEFT;
      for (Predicate p : conditions(block, join)) {
        Pair pair = pair(scope, block, p);
        if (pair == null) {
          continue;
        }
        Scope.Found inner = pair.of(join.table());
        Scope.Found other = inner == null ? null : pair.other(inner);
        if (inner == null || other == null || told.contains(inner.use())) {
          continue;
        }
        boolean served = isServed(scope, block, inner) || (!outer && isServed(scope, block, other));
        if (!served) {
          told.add(inner.use());
          all.add(of(inner, other, outer, p));
        }
      }
    }
    return all;
  }

  private static Joined of(Scope.Found inner, Scope.Found other, boolean outer, Predicate p) {
    String message =
        outer
            ? "%s is joined over %s, with which none of its indexes begins: it has %s."
                .formatted(
                    inner.table().name(), inner.column().name(), Scope.indexes(inner.table()))
            : "Neither %s nor %s has an index: %s has %s; %s has %s."
                .formatted(
                    inner.shown(),
                    other.shown(),
                    inner.table().name(),
                    Scope.indexes(inner.table()),
                    other.table().name(),
                    Scope.indexes(other.table()));
    return new Joined(inner.table(), inner.column().name(), message, p.span());
  }

  private record Pair(Scope.Found left, Scope.Found right) {
    Scope.@Nullable Found of(TableUse use) {
      return left.use().equals(use) ? left : right.use().equals(use) ? right : null;
    }

    Scope.Found other(Scope.Found one) {
      return one.equals(left) ? right : left;
    }
  }

  private static List<Predicate> conditions(Block block, Join join) {
    if (join.type() == Join.Type.LEFT) {
      return join.on();
    }
    var all = new ArrayList<>(join.on());
    all.addAll(block.where());
    return all;
  }

  private static @Nullable Pair pair(Scope scope, Block block, Predicate p) {
    if (p.kind() != Predicate.Kind.COMPARE
        || !p.operator().equals("=")
        || p.underOr()
        || p.negated()) {
      return null;
    }
    Scope.Found left = scope.column(block, p.left()).orElse(null);
    Scope.Found right = p.value().flatMap((Operand v) -> scope.column(block, v)).orElse(null);
    if (left == null || right == null || left.isSameTable(right)) {
      return null;
    }
    boolean here =
        left.block().number() == block.number() && right.block().number() == block.number();
    return here ? new Pair(left, right) : null;
  }

  /// Whether an index begins with the column, or with another one that the block holds equal to
  /// something, or one row is read anyway.
  private static boolean isServed(Scope scope, Block block, Scope.Found f) {
    var fixed = new HashSet<>(scope.fixed(block, f.use(), true));
    fixed.add(f.column().name().toLowerCase(Locale.ROOT));
    return Scope.begins(f.table(), fixed) || scope.isPoint(block, f.use());
  }
}
