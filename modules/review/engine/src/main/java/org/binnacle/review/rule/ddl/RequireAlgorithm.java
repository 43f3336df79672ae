package org.binnacle.review.rule.ddl;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;
import org.binnacle.sql.Span;

/// An ALTER TABLE should say ALGORITHM= or LOCK=.
public final class RequireAlgorithm implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.require-algorithm", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says("An ALTER TABLE should say ALGORITHM= or LOCK=.")
          .because("The server then refuses what would block, instead of doing it.")
          .bad("ALTER TABLE t ADD a int;")
          .good("ALTER TABLE t ADD a int, ALGORITHM=INSTANT;")
          .near("CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ADD a int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.alters()
        .filter(
            a -> a.algorithm().isEmpty() && a.lock().isEmpty() && !s.schema().isFresh(a.table()))
        .ifPresent(
            a -> {
              Optional<Cost> cost = Predicted.of(s);
              if (cost.isPresent() && !a.asIndexStatement()) {
                String clause =
                    cost.get().algorithm() == Cost.Algorithm.INSTANT
                        ? "ALGORITHM=INSTANT"
                        : "ALGORITHM=" + cost.get().algorithm() + ", LOCK=" + cost.get().lock();
                int end = s.text().length();
                out.at(
                    s.head(),
                    a.table().name(),
                    "Neither ALGORITHM= nor LOCK= is written.",
                    new Fix(
                        "add " + clause,
                        List.of(new Edit(new Span(end, end), ", " + clause)),
                        true));
              } else {
                out.at(s.head(), a.table().name(), "Neither ALGORITHM= nor LOCK= is written.");
              }
            });
  }
}
