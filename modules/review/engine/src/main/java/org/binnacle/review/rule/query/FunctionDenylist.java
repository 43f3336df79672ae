package org.binnacle.review.rule.query;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.TokenType;

/// Functions that the team has banned should not be called.
public final class FunctionDenylist implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.func-denylist", Level.WARNING)
          .param("functions", List.of(), "names of functions")
          .says("Functions that the team has banned should not be called.")
          .because("The rule set names them.")
          .with("functions", java.util.List.of("uuid", "rand"))
          .bad("SELECT UUID();")
          .good("SELECT a FROM t WHERE b = 1;")
          .near("SELECT uuid FROM t WHERE b = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    List<String> banned = out.list("functions");
    if (banned.isEmpty()) {
      return;
    }
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      if (w.is(i, TokenType.WORD) && w.is(i + 1, TokenType.OPEN) && !w.is(i - 1, TokenType.DOT)) {
        String name = w.in(i);
        if (banned.stream().anyMatch(name::equalsIgnoreCase)) {
          out.at(w.span(i), "", name.toUpperCase(Locale.ROOT) + " is banned here.");
        }
      }
    }
  }
}
