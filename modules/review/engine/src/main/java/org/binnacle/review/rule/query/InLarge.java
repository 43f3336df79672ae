package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Predicate;

/// A list of IN should be short.
public final class InLarge implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.in-large", Level.WARNING)
          .concerns(Concern.QUERIES)
          .param("max", 200, "values in one list")
          .says("A list of IN should be short.")
          .because(
              "From eq_range_index_dive_limit (200) on the optimizer guesses rows by "
                  + "statistics, each list is parsed anew, and its digest hides its size: "
                  + "join a temporary table or cut it up.")
          .with("max", 3)
          .bad("SELECT a FROM t WHERE id IN (1, 2, 3, 4);")
          .good("SELECT a FROM t WHERE id IN (1, 2, 3);")
          .near("INSERT INTO t (a, b, c, d) VALUES (1, 2, 3, 4);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> b.conditions().forEach(p -> look(s, p, out))));
  }

  private static void look(Subject s, Predicate p, Findings out) {
    if (p.kind() == Predicate.Kind.IN && p.right().size() > out.number("max")) {
      out.at(
          Said.at(p.left().span(), s),
          p.left().text(),
          "IN has %,d values, %,d are allowed.".formatted(p.right().size(), out.number("max")));
    }
  }
}
