package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;

/// A whole table should not be counted.
public final class CountNoWhere implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.count-no-where", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A whole table should not be counted.")
          .because("InnoDB keeps no row count: COUNT(*) reads a whole index.")
          .bad("SELECT COUNT(*) FROM t;")
          .good("SELECT COUNT(*) FROM t WHERE a = 1;")
          .near("SELECT COUNT(*) FROM (SELECT 1 FROM t LIMIT 5) x;")
          .near("SELECT a, COUNT(*) FROM t GROUP BY a;")
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
    if (b.where().isEmpty()
        && b.groupBy().isEmpty()
        && b.tables().size() == 1
        && !b.tables().getFirst().derived()
        && !b.tables().getFirst().schema().equalsIgnoreCase("information_schema")) {
      b.functions().stream()
          .filter(c -> c.name().equals("count") && !c.distinct())
          .findFirst()
          .ifPresent(
              c ->
                  out.at(
                      Said.at(c.span(), s),
                      b.tables().getFirst().name(),
                      "This reads a whole index of "
                          + b.tables().getFirst().name()
                          + " to count it."));
    }
  }
}
