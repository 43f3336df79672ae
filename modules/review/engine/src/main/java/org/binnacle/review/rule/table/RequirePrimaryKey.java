package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.TableName;

/// Every table needs a primary key.
public final class RequirePrimaryKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.require-pk", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("Every table needs a primary key.")
          .because(
              "Row replication, online schema change, reverse SQL and InnoDB's own "
                  + "clustering all need one.")
          .bad("CREATE TABLE t (a int, b int);")
          .bad("CREATE TABLE t (a int, UNIQUE KEY uk_a (a));")
          .good("CREATE TABLE t (a int PRIMARY KEY, b int);")
          .near("CREATE TABLE t (a int NOT NULL, UNIQUE KEY uk_a (a));")
          .near("CREATE TABLE t LIKE u;")
          .near("CREATE TEMPORARY TABLE t (a int);")
          .schema("CREATE TABLE t (a int NOT NULL, b int, PRIMARY KEY (a));")
          .bad("ALTER TABLE t DROP PRIMARY KEY;")
          .near("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a, b);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> c.like().isEmpty() && !c.temporary() && !c.select() && !c.columns().isEmpty())
        .ifPresent(c -> told(s, c.table(), c.table().span(), out));
    s.alters()
        .filter(a -> !s.actions(AlterAction.DropPrimaryKey.class).isEmpty())
        .ifPresent(
            a ->
                told(
                    s,
                    a.table(),
                    s.actions(AlterAction.DropPrimaryKey.class).getFirst().span(),
                    out));
  }

  private static void told(Subject s, TableName name, Span span, Findings out) {
    s.after()
        .filter(t -> !RowKey.has(t))
        .ifPresent(
            t -> out.at(span, name.name(), "Table " + name.shown() + " has no primary key."));
  }
}
