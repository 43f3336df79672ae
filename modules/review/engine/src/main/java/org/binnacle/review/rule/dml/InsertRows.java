package org.binnacle.review.rule.dml;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.query.Query;

/// One INSERT should have a bounded number of rows.
public final class InsertRows implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.insert-rows", Level.WARNING)
          .param("max", 1000, "rows of one INSERT")
          .says("One INSERT should have a bounded number of rows.")
          .because(
              "max_allowed_packet, one long transaction, and a replica that waits " + "for it.")
          .with("max", 2)
          .bad("INSERT INTO t (a) VALUES (1), (2), (3);")
          .good("INSERT INTO t (a) VALUES (1), (2);")
          .near("CREATE TABLE t (a int); INSERT INTO t (a) VALUES (1), (2), (3);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    int rows =
        s.parsed() instanceof Parsed.Understood u && u.bulk().isPresent()
            ? u.bulk().get().rows()
            : s.query().flatMap(Query::insert).map(i -> i.rows().size()).orElse(0);
    if (rows <= out.number("max")) {
      return;
    }
    boolean fresh =
        s.query()
                .filter(
                    q ->
                        !q.written().isEmpty()
                            && s.schema().isFresh(Scope.name(s, q.written().getFirst())))
                .isPresent()
            || s.schema().isFresh(Rows.bulkTable(s));
    if (!fresh) {
      out.at(
          s.head(),
          "",
          "%,d rows in one INSERT, %,d are allowed.".formatted(rows, out.number("max")));
    }
  }
}
