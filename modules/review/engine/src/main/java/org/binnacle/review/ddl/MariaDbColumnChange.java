package org.binnacle.review.ddl;

import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.parse.Target;

/// What MariaDB makes of a column that is redefined; columns move at no cost there.
final class MariaDbColumnChange {
  private final Table table;
  private final ColumnDef from;
  private final ColumnDef to;

  MariaDbColumnChange(Table table, ColumnDef from, ColumnDef to) {
    this.table = table;
    this.from = from;
    this.to = to;
  }

  Cost cost() {
    if (from.generated().isPresent() || to.generated().isPresent()) {
      return Cost.copy("a generated column is defined anew");
    }
    Cost cost = type();
    if (from.isNullable() && !to.isNullable()) {
      cost = cost.with(Cost.rebuild("NULL is no longer allowed"));
    } else if (!from.isNullable() && to.isNullable()) {
      cost = cost.with(Cost.rebuild("NULL becomes allowed"));
    }
    if (from.autoIncrement() != to.autoIncrement()) {
      cost = cost.with(Cost.copy("AUTO_INCREMENT changes"));
    }
    return cost;
  }

  private Cost type() {
    ColumnType a = from.type();
    ColumnType b = to.type();
    var change = new ColumnChange(Target.DEFAULT, table, from, to, false);
    if (!change.changesType() || ColumnChange.isAppended(a, b) || change.isSuperset()) {
      return Cost.instant();
    }
    String before = Charsets.same(table.charset(from));
    String after = Charsets.same(table.charset(to));
    boolean text = a.is("varchar") && b.is("varchar") && before.equals(after);
    if (text || (a.is("varbinary") && b.is("varbinary"))) {
      int each = text ? Charsets.bytes(before) : 1;
      return longer(a.length().orElse(0) * each, b.length().orElse(0) * each);
    }
    return Cost.copy("the type changes from " + a.shown() + " to " + b.shown());
  }

  /// Up to 127 bytes the length takes one byte whatever the column's limit is.
  private static Cost longer(int before, int after) {
    if (after < before) {
      return Cost.copy("the column gets shorter");
    }
    return before <= 127 || before > 255 || after <= 255
        ? Cost.instant()
        : Cost.copy("the length takes two bytes from 256 bytes on");
  }
}
