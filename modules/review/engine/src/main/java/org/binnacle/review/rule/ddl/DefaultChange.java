package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// A changed default holds for new rows only.
public final class DefaultChange implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.implicit-default-change", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A changed default holds for new rows only.")
          .because("Rows that are there keep what they have: two meanings of the same " + "column.")
          .bad("ALTER TABLE t ALTER a SET DEFAULT 1;")
          .good("ALTER TABLE t ADD a int DEFAULT 1;")
          .near("ALTER TABLE t ALTER INDEX k INVISIBLE;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction.SetDefault d : s.actions(AlterAction.SetDefault.class)) {
      if (!s.schema().isFresh(s.tableName().orElseThrow())) {
        out.at(
            d.span(),
            s.tableName().orElseThrow().name() + "." + d.column(),
            d.value().isPresent()
                ? "Only new rows get this default."
                : "INSERTs that leave " + d.column() + " away will fail in strict mode.");
      }
    }
  }
}
