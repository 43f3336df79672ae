package org.binnacle.review.rule.table;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.IndexDef;

/// Columns that point to other tables should be foreign keys.
public final class ForeignKeyMissing implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.fk-missing", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Columns that point to other tables should be foreign keys.")
          .because("Nothing else keeps rows from pointing nowhere.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, customer_id int NOT NULL);")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, customer_id int NOT NULL, FOREIGN "
                  + "KEY (customer_id) REFERENCES customers (id));")
          .near("CREATE TABLE t (customer_id int PRIMARY KEY, paid int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .ifPresent(
            c -> {
              for (ColumnDef column : c.columns()) {
                String name = column.name().toLowerCase(Locale.ROOT);
                boolean points = name.endsWith("_id") && column.type().isInteger();
                boolean keyed =
                    c.foreignKeys().stream().anyMatch(f -> f.columns().contains(column.name()))
                        || c.indexes().stream()
                            .anyMatch(
                                i ->
                                    i.kind() == IndexDef.Kind.PRIMARY
                                        && i.parts().getFirst().isOn(column.name()));
                if (points && !keyed) {
                  out.at(
                      column.nameSpan(),
                      c.table().name() + "." + column.name(),
                      column.name() + " looks like a reference and is no foreign key.");
                }
              }
            });
  }
}
