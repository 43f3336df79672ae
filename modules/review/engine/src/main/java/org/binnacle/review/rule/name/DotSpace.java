package org.binnacle.review.rule.name;

import java.util.List;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A qualified name should be written without space at its dot.
public final class DotSpace implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.dot-space", Level.NOTICE)
          .says("A qualified name should be written without space at its dot.")
          .because("The eye reads two names, and searching for the name does not find it.")
          .bad("SELECT a FROM shop . orders;")
          .bad("SELECT o. a FROM orders o;")
          .good("SELECT o.a FROM shop.orders o;")
          .near("SELECT 1. + 2, 'a . b' FROM t;")
          .near("SELECT a FROM t ORDER BY .5;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  @Override
  public void check(Subject s, Findings out) {
    List<Token> tokens = s.tokens();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token dot = tokens.get(i);
      Token before = tokens.get(i - 1);
      Token after = tokens.get(i + 1);
      if (dot.type() == TokenType.DOT
          && (before.end() < dot.offset() || dot.end() < after.offset())) {
        var span = new Span(before.offset(), after.end());
        out.at(
            span,
            "",
            "There is space at the dot of this name.",
            new Fix(
                "close the gap",
                List.of(new Edit(new Span(before.end(), after.offset()), ".")),
                !span.in(s.text()).contains("/*")
                    && !span.in(s.text()).contains("--")
                    && !span.in(s.text()).contains("#")));
      }
    }
  }
}
