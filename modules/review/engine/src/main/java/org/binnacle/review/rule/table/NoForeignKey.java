package org.binnacle.review.rule.table;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Tables should not have foreign keys.
public final class NoForeignKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.no-fk", Level.WARNING)
          .off()
          .says("Tables should not have foreign keys.")
          .because(
              "They lock the parent's rows, keep online tools away and do not work "
                  + "across shards.")
          .conflictsWith("table.fk-missing")
          .bad("CREATE TABLE t (a int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES " + "u (id));")
          .bad("ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (b) REFERENCES u (id);")
          .good("CREATE TABLE t (a int PRIMARY KEY, b int, KEY idx_b (b));")
          .near("ALTER TABLE t DROP FOREIGN KEY fk;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Keys.foreign(s)
        .forEach(
            f ->
                out.at(
                    f.span(),
                    s.tableName().orElseThrow().name(),
                    "A foreign key to " + f.target().shown() + "."));
  }
}
