package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Joined;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// A write over several tables should tie them.
public final class WriteJoinNoCondition implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.join-no-condition", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("A write over several tables should tie them.")
          .because(
              "Without a condition each row meets every row of the other: all of "
                  + "them are changed.")
          .bad("UPDATE a, b SET a.x = b.y WHERE b.z > 5;")
          .bad("DELETE a FROM a JOIN b WHERE a.x = a.y;")
          .good("UPDATE a JOIN b ON a.id = b.id SET a.x = b.y;")
          .near("UPDATE a, b SET a.x = b.y WHERE a.id = b.id;")
          .near("UPDATE a, (SELECT max(y) AS m FROM b) c SET a.x = c.m WHERE a.id = 5;")
          .near("UPDATE a SET x = 1 WHERE id = 5;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    if (b.depth() == 0 && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE)) {
      Joined.untied(q, b)
          .ifPresent(
              t ->
                  out.at(
                      Said.at(t.span(), s),
                      t.called(),
                      "No condition ties "
                          + t.called()
                          + " to the other tables: every row meets every row."));
    }
  }
}
