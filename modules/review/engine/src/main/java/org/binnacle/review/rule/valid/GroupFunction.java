package org.binnacle.review.rule.valid;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// An aggregate must not stand in WHERE or within another.
public final class GroupFunction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.group-function", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("An aggregate must not stand in WHERE.")
          .because(
              "The server refuses it with error 1111: WHERE is tested before rows are grouped.")
          .bad("SELECT a FROM t WHERE count(*) > 1 GROUP BY a;")
          .bad("DELETE FROM t WHERE max(a) = 1;")
          .bad("UPDATE t SET a = 1 WHERE sum(b) > 3;")
          .good("SELECT a FROM t GROUP BY a HAVING count(*) > 1;")
          .near("SELECT a FROM t WHERE a > (SELECT max(a) FROM t);")
          .near("SELECT a FROM t WHERE length(a) > 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> AGGREGATES =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "group_concat",
          "bit_and",
          "bit_or",
          "bit_xor",
          "std",
          "stddev",
          "variance",
          "json_arrayagg",
          "json_objectagg");

  @Override
  public void check(Subject s, Findings out) {
    for (Block block : s.query().map(Query::blocks).orElse(List.of())) {
      for (Predicate p : block.where()) {
        Stream.concat(Stream.of(p.left()), p.right().stream())
            .filter(o -> o.kind() == Operand.Kind.FUNCTION && AGGREGATES.contains(o.text()))
            .findFirst()
            .ifPresent(
                o ->
                    out.at(
                        o.span().or(p::span).orElse(s.head()),
                        "",
                        "%s() in WHERE: rows are grouped later, use HAVING.".formatted(o.text())));
      }
    }
  }
}
