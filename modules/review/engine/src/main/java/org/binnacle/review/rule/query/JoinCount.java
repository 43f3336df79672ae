package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;

/// A query should join few tables.
public final class JoinCount implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.join-count", Level.WARNING)
          .concerns(Concern.QUERIES)
          .param("max", 8, "tables of one FROM")
          .says("A query should join few tables.")
          .because(
              "Orders to try grow with the factorial, and so does the harm of a "
                  + "wrong estimate.")
          .with("max", 2)
          .bad("SELECT 1 FROM a JOIN b USING (id) JOIN c USING (id);")
          .good("SELECT 1 FROM a JOIN b USING (id);")
          .near(
              "SELECT 1 FROM a JOIN b USING (id) WHERE EXISTS (SELECT 1 FROM c WHERE "
                  + "c.id = a.id);")
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
    if (b.tables().size() > out.number("max")) {
      out.at(
          Said.at(b.tables().getLast().span(), s),
          "",
          "%d tables are joined, %d are allowed.".formatted(b.tables().size(), out.number("max")));
    }
  }
}
