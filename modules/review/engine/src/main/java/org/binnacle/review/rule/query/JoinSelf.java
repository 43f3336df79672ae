package org.binnacle.review.rule.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.TableUse;

/// A table should not be joined again and again.
public final class JoinSelf implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.join-self-twice", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .param("max", 2, "times that a table may stand in one FROM")
          .says("A table should not be joined again and again.")
          .because("It may be a pivot that GROUP BY does in one pass.")
          .bad("SELECT 1 FROM p a JOIN p b ON b.id = a.id JOIN p c ON c.id = a.id;")
          .good("SELECT 1 FROM p a JOIN p b ON b.parent = a.id;")
          .near("SELECT 1 FROM x.p a JOIN y.p b ON b.id = a.id JOIN z.p c ON c.id = " + "a.id;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, b, out)));
  }

  private static void look(Subject s, Block b, Findings out) {
    Map<String, Integer> seen = new HashMap<>();
    for (TableUse t : b.tables()) {
      if (!t.derived()
          && seen.merge((t.schema() + "." + t.name()).toLowerCase(Locale.ROOT), 1, Integer::sum)
              == out.number("max") + 1) {
        out.at(
            Said.at(t.span(), s),
            t.name(),
            t.name() + " is joined more than %d times.".formatted(out.number("max")));
      }
    }
  }
}
