package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;

/// An ALTER TABLE that rebuilds the table should be known as such.
public final class Algorithm implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.algorithm", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("An ALTER TABLE that rebuilds the table should be known as such.")
          .because("It takes long, doubles the space, and replicas lag behind for as long.")
          .bad("ALTER TABLE t FORCE;")
          .bad("ALTER TABLE t ADD FULLTEXT KEY ft (a);")
          .good("ALTER TABLE t ADD a int;")
          .near("CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t FORCE;")
          .server("5.7.44")
          .bad("ALTER TABLE t ADD a int;")
          .near("ALTER TABLE t ADD KEY k (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Predicted.of(s)
        .filter(
            c ->
                (c.algorithm() == Cost.Algorithm.INPLACE
                        && (c.rebuild() || c.lock() != Cost.Lock.NONE))
                    || (c.algorithm() == Cost.Algorithm.COPY && c.lock() == Cost.Lock.NONE))
        .ifPresent(
            c ->
                out.at(
                    s.alters().orElseThrow().table().span(),
                    s.alters().orElseThrow().table().name(),
                    "On %s this is ALGORITHM=%s%s."
                        .formatted(
                            s.target().name(),
                            c.shown(),
                            (c.why().isEmpty() ? "" : ": " + c.why()) + Predicted.size(s))));
  }
}
