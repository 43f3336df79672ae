package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
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
          .near("CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX uk_a ON t (a);")
          .near("CREATE TABLE t (a int); ALTER TABLE t ADD PRIMARY KEY (a);")
          .near("CREATE TABLE t (a int); DROP TABLE t;")
          .bad("CREATE TABLE t_new (a int); RENAME TABLE t_new TO t;")
          .bad("CREATE TABLE t (a text NOT NULL); CREATE UNIQUE INDEX uk_a ON t (a(75));")
          .near("CREATE TEMPORARY TABLE t (a int);")
          .schema("CREATE TABLE t (a int NOT NULL, b int, PRIMARY KEY (a));")
          .bad("ALTER TABLE t DROP PRIMARY KEY;")
          .near("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a, b);")
          .near("ALTER TABLE t DROP PRIMARY KEY; ALTER TABLE t ADD PRIMARY KEY (b);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /// Of the table as the script leaves it: what comes without a key and gets one below is none.
  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    for (Subject s : script.statements()) {
      s.creates()
          .filter(
              c -> c.like().isEmpty() && !c.temporary() && !c.select() && !c.columns().isEmpty())
          .ifPresent(c -> tell(script, s, c.table(), c.table().span(), out));
      s.actions(AlterAction.DropPrimaryKey.class).stream()
          .findFirst()
          .ifPresent(d -> tell(script, s, s.alters().orElseThrow().table(), d.span(), out));
    }
  }

  private static void tell(
      ScriptSubject script, Subject s, TableName name, Span span, Findings out) {
    script
        .schema()
        .table(Renamed.later(script, s, name))
        .filter(t -> !RowKey.has(t))
        .ifPresent(
            t -> out.at(s, span, name.name(), "Table " + name.shown() + " has no primary key."));
  }
}
