package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.IndexDef;

/// A table should not have too many indexes.
public final class MaxPerTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.max-per-table", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A table should not have too many indexes.")
          .because("Every INSERT and most UPDATEs write all of them.")
          .param("max", 10, "indexes of a table, the primary key left out")
          .with("max", 2)
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, KEY k1 (a), "
                  + "KEY k2 (b), KEY k3 (c));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k1 (a), KEY k2 " + "(b));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, UNIQUE KEY k1 (a), "
                  + "KEY k2 (b));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.after()
        .filter(t -> !s.newIndexes().isEmpty())
        .ifPresent(
            t -> {
              long n = t.indexes().stream().filter(i -> i.kind() != IndexDef.Kind.PRIMARY).count();
              if (n > out.number("max")) {
                out.at(
                    s.tableName().orElseThrow().span(),
                    t.name(),
                    "%d indexes, %d are allowed.".formatted(n, out.number("max")));
              }
            });
  }
}
