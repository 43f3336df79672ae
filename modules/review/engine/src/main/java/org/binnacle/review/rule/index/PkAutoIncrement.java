package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;

/// A primary key should be AUTO_INCREMENT.
public final class PkAutoIncrement implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.pk-auto-inc", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("A primary key should be AUTO_INCREMENT.")
          .because("Rows then come in the order of the key.")
          .bad("CREATE TABLE t (a bigint PRIMARY KEY);")
          .good("CREATE TABLE t (a bigint AUTO_INCREMENT PRIMARY KEY);")
          .near("CREATE TABLE t (a bigint, b bigint, PRIMARY KEY (a, b));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || s.newPrimaryKey().filter(p -> p.parts().size() == 1).isEmpty()) {
      return;
    }
    after
        .column(s.newPrimaryKey().get().parts().getFirst().column())
        .filter(c -> !c.autoIncrement())
        .ifPresent(
            c ->
                out.at(
                    s.newPrimaryKey().get().nameSpan(),
                    after.name(),
                    c.name() + " is not AUTO_INCREMENT."));
  }
}
