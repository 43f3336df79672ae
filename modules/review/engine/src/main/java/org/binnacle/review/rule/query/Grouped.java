package org.binnacle.review.rule.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.TableUse;

/// Which columns have one value in each group: those grouped by, those held equal to a constant or
/// to one that has, and all of a table whose key is among them (MySQL 8.4 manual, 14.19.4).
final class Grouped {
  private final Set<String> held = new HashSet<>();

  private Grouped() {}

  static Grouped of(Scope scope, Block block) {
    var grouped = new Grouped();
    for (Operand g : block.groupBy()) {
      g.columns().forEach(c -> grouped.add(scope, block, c));
      block.items().stream()
          .filter(i -> i.alias().equalsIgnoreCase(g.text()))
          .forEach(i -> i.operand().columns().forEach(c -> grouped.add(scope, block, c)));
    }
    int before;
    do {
      before = grouped.held.size();
      grouped.grow(scope, block);
    } while (grouped.held.size() > before);
    return grouped;
  }

  private void grow(Scope scope, Block block) {
    for (Predicate p : block.conditions()) {
      boolean equal =
          p.kind() == Predicate.Kind.COMPARE
              && p.operator().equals("=")
              && !p.underOr()
              && !p.negated();
      if (equal && p.value().isPresent()) {
        Operand left = p.left();
        Operand right = p.value().get();
        if (left.isColumn() && isHeld(scope, block, right)) {
          add(scope, block, left.columns().getFirst());
        }
        if (right.isColumn() && isHeld(scope, block, left)) {
          add(scope, block, right.columns().getFirst());
        }
      }
    }
    for (TableUse use : block.tables()) {
      Table table = scope.table(use).orElse(null);
      if (table != null && table.indexes().stream().anyMatch(i -> isKey(table, i, use))) {
        table.columns().forEach(c -> held.add(key(use.called(), c.name())));
      }
    }
    block.joins().forEach(j -> j.using().forEach(c -> share(block, c)));
  }

  private void share(Block block, String column) {
    if (block.tables().stream().anyMatch(t -> held.contains(key(t.called(), column)))) {
      block.tables().forEach(t -> held.add(key(t.called(), column)));
    }
  }

  private boolean isKey(Table table, IndexDef index, TableUse use) {
    return index.isUnique()
        && index.parts().stream()
            .allMatch(
                p ->
                    p.isColumn()
                        && held.contains(key(use.called(), p.column()))
                        && (index.kind() == IndexDef.Kind.PRIMARY
                            || table.column(p.column()).filter(c -> !c.isNullable()).isPresent()));
  }

  private boolean isHeld(Scope scope, Block block, Operand o) {
    return o.kind() != Operand.Kind.SUBQUERY
        && o.columns().stream().allMatch(c -> holds(scope, block, c));
  }

  private void add(Scope scope, Block block, ColumnUse c) {
    held.add(key(table(scope, block, c), c.name()));
  }

  boolean holds(Scope scope, Block block, ColumnUse c) {
    return held.contains(key(table(scope, block, c), c.name()))
        || scope.column(block, c).filter(f -> f.block().number() != block.number()).isPresent();
  }

  private static String table(Scope scope, Block block, ColumnUse c) {
    return !c.table().isEmpty()
        ? c.table()
        : scope
            .column(block, c)
            .map(f -> f.use().called())
            .or(() -> block.tableOf(c).map(TableUse::called))
            .orElse("");
  }

  private static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
