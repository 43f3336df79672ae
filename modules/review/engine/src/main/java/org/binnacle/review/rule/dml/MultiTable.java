package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// A write should change one table.
public final class MultiTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.multi-table", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A write should change one table.")
          .because(
              "It locks rows of all of them in the order of the plan, and LIMIT is "
                  + "not allowed. One that only reads the others is told as a notice.")
          .bad("DELETE a, b FROM a JOIN b ON a.id = b.id WHERE a.x = 1;")
          .bad("UPDATE a JOIN b ON a.id = b.id SET a.x = 1, b.y = 2;")
          .good("UPDATE a SET x = 1 WHERE id = 5;")
          .near("DELETE FROM a WHERE id IN (SELECT a_id FROM b);")
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
    if (b.depth() == 0
        && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE)
        && b.tables().size() > 1) {
      long written = q.written().stream().map(TableUse::called).distinct().count();
      TableUse t = b.tables().get(1);
      if (written > 1) {
        out.at(
            Said.at(t.span(), s),
            t.called(),
            "%d tables are changed in one statement.".formatted(written));
      } else if (!t.derived()) {
        out.as(
            Level.NOTICE,
            Said.at(t.span(), s),
            t.called(),
            "Rows of " + t.called() + " are locked too while it runs.");
      }
    }
  }
}
