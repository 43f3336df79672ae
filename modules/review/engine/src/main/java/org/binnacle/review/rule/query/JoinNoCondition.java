package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// Each joined table should be tied to another.
public final class JoinNoCondition implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.join-no-condition", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("Each joined table should be tied to another.")
          .because(
              "Without a condition every row meets every row: CROSS JOIN says so "
                  + "where it is meant.")
          .bad("SELECT a.x, b.y FROM a, b WHERE a.z > 5;")
          .bad("SELECT a.x, c.y FROM a JOIN b ON a.id = b.id JOIN c WHERE b.z > 1;")
          .good("SELECT a.x, b.y FROM a JOIN b ON a.id = b.id;")
          .near("SELECT a.x, b.y FROM a CROSS JOIN b;")
          .near("SELECT a.x FROM a JOIN b WHERE a.id = b.id;")
          .near("SELECT a.x FROM a, b WHERE b.id = 6;")
          .near("SELECT a.x FROM a, (SELECT @n := 0) r WHERE a.id > 5;")
          .near("SELECT x FROM a, b WHERE id = ref;")
          .near(
              "SELECT a.x FROM a, b WHERE EXISTS (SELECT 1 FROM c WHERE c.a = a.id "
                  + "AND c.b = b.id);")
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
    if (q.verb() == Query.Verb.SELECT || q.insert().isPresent() || b.depth() > 0) {
      Joined.untied(q, b)
          .ifPresent(
              t ->
                  out.at(
                      Said.at(t.span(), s),
                      t.called(),
                      "No condition ties "
                          + t.called()
                          + " to the other tables: every row meets every row. CROSS JOIN, if that is meant."));
    }
  }
}
