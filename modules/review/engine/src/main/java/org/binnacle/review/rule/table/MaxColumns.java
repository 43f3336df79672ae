package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// A table should not have too many columns.
public final class MaxColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.max-columns", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A table should not have too many columns.")
          .because(
              "Wide rows fill the buffer pool with what is seldom read, and "
                  + "splitting them later is work.")
          .param("max", 80, "columns of a table")
          .with("max", 3)
          .bad("CREATE TABLE t (a int PRIMARY KEY, b int, c int, d int);")
          .good("CREATE TABLE t (a int PRIMARY KEY, b int, c int);")
          .near("CREATE TABLE t (a int PRIMARY KEY, b int, c int, KEY k (b), KEY k2 " + "(c));")
          .schema("CREATE TABLE t (a int PRIMARY KEY, b int, c int);")
          .bad("ALTER TABLE t ADD d int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean grows = s.creates().isPresent() || !s.actions(AlterAction.AddColumn.class).isEmpty();
    int max = out.number("max");
    if (grows) {
      s.after()
          .filter(t -> t.columns().size() > max)
          .ifPresent(
              t ->
                  out.at(
                      s.tableName().orElseThrow().span(),
                      t.name(),
                      "%d columns, %d are allowed.".formatted(t.columns().size(), max)));
    }
  }
}
