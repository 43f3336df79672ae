package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.ddl.Prediction;

/// An ALTER TABLE should not copy the table while writes wait.
public final class CopyBlocksWrites implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.copy-blocks-writes", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("An ALTER TABLE should not copy the table while writes wait.")
          .because("With ALGORITHM=COPY all writes to the table stand still until it is " + "done.")
          .param(
              "min-rows",
              100_000,
              "rows from which on it is an error, where a snapshot or a server tells how many")
          .bad("ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4;")
          .bad("ALTER TABLE t ADD g int AS (a + 1) STORED;")
          .bad("ALTER TABLE t DROP PRIMARY KEY;")
          .good("ALTER TABLE t ADD a int;")
          .near("ALTER TABLE t ADD g int AS (a + 1) VIRTUAL;")
          .bad("ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id);")
          .near("SET foreign_key_checks = 0; ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t CONVERT TO "
                  + "CHARACTER SET utf8mb4;")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(20)) DEFAULT "
                  + "CHARSET=utf8mb4;")
          .bad("ALTER TABLE t MODIFY a bigint;")
          .bad("ALTER TABLE t MODIFY v varchar(100);")
          .near("ALTER TABLE t MODIFY v varchar(60);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Predicted.of(s)
        .filter(c -> c.algorithm() == Cost.Algorithm.COPY && c.lock() != Cost.Lock.NONE)
        .ifPresent(
            c ->
                out.as(
                    isLarge(s, out.number("min-rows")) ? Level.ERROR : out.level(),
                    s.alters().orElseThrow().table().span(),
                    s.alters().orElseThrow().table().name(),
                    "The table is copied and writes wait: "
                        + c.why()
                        + Predicted.size(s)
                        + ". Use an online tool, or a quiet hour."));
  }

  /// Of a table whose size nobody knows nobody can say that it may not be copied.
  private static boolean isLarge(Subject s, int rows) {
    return s.prediction().flatMap(Prediction::size).filter(size -> size.rows() >= rows).isPresent();
  }
}
