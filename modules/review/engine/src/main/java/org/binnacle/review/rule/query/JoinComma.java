package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;

/// Comma and JOIN should not be mixed.
public final class JoinComma implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.join-comma", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("Comma and JOIN should not be mixed.")
          .because(
              "JOIN binds tighter than the comma: its ON does not see the tables "
                  + "before the comma (error 1054), and the reader does not see what is "
                  + "joined.")
          .bad("SELECT a.x FROM a, b LEFT JOIN c ON c.id = b.id WHERE a.id = b.id;")
          .good("SELECT a.x FROM a JOIN b ON a.id = b.id LEFT JOIN c ON c.id = b.id;")
          .near("SELECT a.x FROM a, b WHERE a.id = b.id;")
          .near("SELECT a.x FROM a JOIN b ON a.id = b.id, (SELECT @n := 0) r WHERE a.y " + "= 1;")
          .near("SELECT a.x FROM (a, b) LEFT JOIN c ON c.id = a.id WHERE a.id = b.id;")
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
    Join comma =
        b.joins().stream()
            .filter(j -> j.type() == Join.Type.COMMA && !j.table().derived() && !isBracketed(s, j))
            .findFirst()
            .orElse(null);
    if (comma != null && b.joins().stream().anyMatch(j -> j.type() != Join.Type.COMMA)) {
      out.at(
          Said.at(comma.table().span(), s),
          comma.table().called(),
          "A comma before " + comma.table().called() + " among JOINs: JOIN binds tighter.");
    }
  }

  /// Tables in brackets of their own are put together first.
  private static boolean isBracketed(Subject s, Join j) {
    Words w = Words.of(s);
    int depth = 0;
    for (int i = w.from(j.table().span().map(Span::start).orElse(0)) - 1;
        i >= 0 && depth >= 0;
        i--) {
      if (w.is(i, TokenType.CLOSE)) {
        depth++;
      } else if (w.is(i, TokenType.OPEN)) {
        depth--;
      } else if (depth == 0 && w.words(i, "FROM")) {
        return false;
      }
    }
    return depth < 0;
  }
}
