package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;

/// OFFSET should be small.
public final class LargeOffset implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.offset", Level.WARNING)
          .concerns(Concern.QUERIES)
          .param("max", 5000, "rows that may be skipped")
          .says("OFFSET should be small.")
          .because(
              "All rows before it are read and thrown away: go on from the last key "
                  + "that was shown.")
          .bad("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 100000, 20;")
          .bad("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 20 OFFSET 100000;")
          .good("SELECT a FROM t WHERE b = 1 AND a > ? ORDER BY a LIMIT 20;")
          .near("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 100000;")
          .near("SELECT a FROM t WHERE b = 1 ORDER BY a LIMIT 20, 20;")
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
    b.offset()
        .filter(
            o ->
                o.kind() == Operand.Kind.NUMBER
                    && o.text().length() < 19
                    && o.text().chars().allMatch(Character::isDigit)
                    && Long.parseLong(o.text()) > out.number("max"))
        .ifPresent(
            o ->
                out.at(
                    Said.at(o.span(), s),
                    "",
                    "%,d rows are read and thrown away first: go on from the last key."
                        .formatted(Long.parseLong(o.text()))));
  }
}
