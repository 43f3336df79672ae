package org.binnacle.review.rule.query;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// Long texts should not be sorted.
public final class OrderLong implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.order-long-column", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .param("max", 1000, "characters of VARCHAR that may be sorted")
          .says("Long texts should not be sorted.")
          .because(
              "Rows with TEXT or BLOB are sorted by their ids and read again, or go "
                  + "to disk; only max_sort_length bytes count.")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, body text, title varchar(100), "
                  + "big varchar(2000));")
          .bad("SELECT id FROM t WHERE id > 5 ORDER BY body;")
          .bad("SELECT big, count(*) FROM t WHERE id > 5 GROUP BY big;")
          .good("SELECT id FROM t WHERE id > 5 ORDER BY title;")
          .near("SELECT id FROM t WHERE id > 5 ORDER BY left(body, 20);")
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
    Scope scope = Scope.of(s, q);
    List<Operand> all = new ArrayList<>(b.groupBy());
    b.orderBy().forEach(o -> all.add(o.operand()));
    for (Operand o : all) {
      scope
          .column(b, o)
          .filter(
              f ->
                  (f.column().type().isLong() && !f.column().type().is("tinytext", "tinyblob"))
                      || (f.column().type().is("varchar")
                          && f.column()
                              .type()
                              .length()
                              .filter(n -> n > out.number("max"))
                              .isPresent()))
          .ifPresent(
              f ->
                  out.at(
                      Said.at(o.span(), s),
                      f.shown(),
                      f.shown() + " (" + f.column().type().shown() + ") is sorted."));
    }
  }
}
