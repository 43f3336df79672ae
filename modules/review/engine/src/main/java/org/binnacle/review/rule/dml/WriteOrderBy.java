package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.review.rule.query.Words;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// A write without LIMIT should not sort.
public final class WriteOrderBy implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.order-by", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A write without LIMIT should not sort.")
          .because("All rows are changed anyway; the sort holds locks longer.")
          .bad("DELETE FROM t WHERE a = 1 ORDER BY b;")
          .bad("UPDATE t SET c = 1 WHERE a = 1 ORDER BY b DESC;")
          .good("DELETE FROM t WHERE a = 1 ORDER BY b LIMIT 100;")
          .near("UPDATE t SET id = id + 1 WHERE a = 1 ORDER BY id DESC;")
          .near("INSERT INTO t (a) SELECT a FROM u WHERE b = 1 ORDER BY a;")
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
    boolean write =
        b.depth() == 0 && (q.verb() == Query.Verb.UPDATE || q.verb() == Query.Verb.DELETE);
    if (!write || b.orderBy().isEmpty() || b.limit().isPresent()) {
      return;
    }
    boolean shifts =
        q.set().stream()
            .anyMatch(
                a ->
                    b.orderBy().stream()
                        .anyMatch(
                            o ->
                                o.operand().columns().stream()
                                    .anyMatch(c -> c.name().equalsIgnoreCase(a.column().name()))));
    if (shifts) {
      return;
    }
    Words w = Words.of(s);
    int order = w.next(0, "ORDER");
    if (order < 1) {
      out.at(s.head(), "", "It is sorted for nothing.");
    } else {
      out.at(
          w.span(order, order + 1),
          "",
          "It is sorted for nothing: all rows are changed anyway.",
          Said.fix("drop ORDER BY", true, new Span(w.get(order - 1).end(), s.text().length()), ""));
    }
  }
}
