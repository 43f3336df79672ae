package org.binnacle.review.rule.column;

import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.LiveTable;
import org.binnacle.review.live.Touched;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.ddl.TableName;

/// The next number of a key must be far from the end of its type.
public final class AutoIncrementExhaustion implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.auto-inc-exhaustion", Level.WARNING)
          .needs(Need.REPLICA)
          .says("The next AUTO_INCREMENT must be far from the end of its type.")
          .because(
              "At its end every INSERT fails with error 1062 or 167, and making the column larger copies the table.")
          .param("max-percent", 80, "of the type's numbers")
          .schema("CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, a int);")
          .live("table orders rows=10 next=2100000000")
          .bad("INSERT INTO orders (a) VALUES (1);")
          .bad("ALTER TABLE orders ADD b int;")
          .live("table orders rows=10 next=2100")
          .good("INSERT INTO orders (a) VALUES (1);")
          .live("table orders rows=10 next=2100000000")
          .near("ALTER TABLE orders MODIFY id bigint AUTO_INCREMENT;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (TableName name : Touched.by(s)) {
      Optional<Table> table = s.alters().isPresent() ? s.after() : s.table(name);
      Optional<LiveTable> live = s.liveTable(name);
      if (table.isEmpty() || live.isEmpty() || live.get().nextId().isEmpty()) {
        continue;
      }
      table.get().columns().stream()
          .filter(ColumnDef::autoIncrement)
          .findFirst()
          .ifPresent(
              c -> {
                double share = live.get().nextId().getAsLong() * 100.0 / end(c.type());
                if (share >= out.number("max-percent")) {
                  out.at(
                      name.span(),
                      table.get().name() + "." + c.name(),
                      "The next %s.%s is %,d: %.0f %% of %s are used."
                          .formatted(
                              table.get().name(),
                              c.name(),
                              live.get().nextId().getAsLong(),
                              share,
                              c.type().shown()));
                }
              });
    }
  }

  private static double end(ColumnType type) {
    int bits =
        switch (type.name()) {
          case "tinyint" -> 8;
          case "smallint" -> 16;
          case "mediumint" -> 24;
          case "int" -> 32;
          default -> 64;
        };
    return Math.pow(2, type.unsigned() || type.name().equals("serial") ? bits : bits - 1) - 1;
  }
}
