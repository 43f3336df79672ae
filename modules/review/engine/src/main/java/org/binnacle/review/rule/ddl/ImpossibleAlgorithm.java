package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;
import org.binnacle.sql.ddl.Ddl;

/// The ALGORITHM and LOCK that are written must be possible.
public final class ImpossibleAlgorithm implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.impossible-algorithm", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("The ALGORITHM and LOCK that are written must be possible.")
          .because("The server refuses the statement with error 1845 or 1846.")
          .bad("ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4, ALGORITHM=INPLACE;")
          .bad("ALTER TABLE t ADD KEY k (a), ALGORITHM=INSTANT;")
          .bad("ALTER TABLE t ADD FULLTEXT KEY k (a), ALGORITHM=INPLACE, LOCK=NONE;")
          .good("ALTER TABLE t ADD KEY k (a), ALGORITHM=INPLACE, LOCK=NONE;")
          .near("ALTER TABLE t ADD a int, ALGORITHM=COPY;")
          .near("ALTER TABLE t ADD a int, ALGORITHM=DEFAULT;")
          .server("5.7.44")
          .bad("ALTER TABLE t ADD a int, ALGORITHM=INSTANT;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Ddl.AlterTable a = s.alters().orElse(null);
    Cost cost = a == null ? null : Predicted.any(s).orElse(null);
    if (a == null || cost == null) {
      return;
    }
    if (a.algorithm().isPresent()) {
      String wanted = a.algorithm().get().value();
      boolean lower =
          (wanted.equals("INSTANT") && cost.algorithm() != Cost.Algorithm.INSTANT)
              || (wanted.equals("INPLACE") && cost.algorithm() == Cost.Algorithm.COPY);
      if (lower) {
        out.at(
            a.algorithm().get().span(),
            a.table().name(),
            "On %s this can only be done by %s.".formatted(s.target().name(), cost.algorithm()));
        return;
      }
    }
    boolean free = a.lock().filter(l -> l.value().equals("NONE")).isPresent();
    if (free && cost.lock() != Cost.Lock.NONE) {
      out.at(a.lock().get().span(), a.table().name(), "This needs LOCK=" + cost.lock() + ".");
    }
  }
}
