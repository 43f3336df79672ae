package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// Full-width and invisible characters must not stand outside of strings and comments.
public final class FullWidth implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax.fullwidth-punct", Level.ERROR)
          .says(
              "Full-width and invisible characters must not stand outside of strings "
                  + "and comments.")
          .because(
              "They come from chats and documents; the server takes them for letters "
                  + "of a name, or refuses them.")
          .bad("SELECT a，b FROM t;")
          .good("SELECT a, b FROM t;")
          .near("SELECT 'a，b' FROM t; -- 全角，")
          .near("CREATE TABLE 订单 (id int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  private static final String SUSPECT =
      "\uFF0C\uFF1B\uFF08\uFF09\uFF1D\uFF1A\u201C\u201D\u2018\u2019\u3000\u00A0\u200B\u200C\u200D\uFEFF\u2013\u2014";

  @Override
  public void check(Subject s, Findings out) {
    for (Token token : s.tokens()) {
      if (token.type() == TokenType.STRING || token.type() == TokenType.QUOTED_NAME) {
        continue;
      }
      for (int i = token.offset(); i < token.end(); i++) {
        char c = s.text().charAt(i);
        if (c > 127 && SUSPECT.indexOf(c) >= 0) {
          out.at(
              new Span(i, i + 1),
              "",
              "The character U+%04X stands here where plain punctuation or a space was meant."
                  .formatted((int) c));
          return;
        }
      }
    }
  }
}
