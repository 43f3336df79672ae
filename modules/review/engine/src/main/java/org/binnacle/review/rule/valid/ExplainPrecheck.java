package org.binnacle.review.rule.valid;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.PlanAnswer;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;

/// The server must take the statement.
public final class ExplainPrecheck implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.explain-precheck", Level.ERROR)
          .needs(Need.REPLICA)
          .says("The server must take the statement.")
          .because("It was asked for the plan, which tests names and types as running it would.")
          .live("refuses 1054 Unknown column 'nam' in 'field list'")
          .bad("SELECT nam FROM orders;")
          .live("table-scan orders rows=5 table=5")
          .good("SELECT name FROM orders;")
          .live("silent the account may not read it")
          .near("SELECT name FROM orders;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.planAnswer() instanceof PlanAnswer.Refused(int code, String message)) {
      out.at(
          where(s, message),
          "",
          "The server refuses it with error %d: %s".formatted(code, message));
    }
  }

  /// What the server's words quote, where the statement has it.
  private static Span where(Subject s, String message) {
    int from = message.indexOf('\'');
    int to = from < 0 ? -1 : message.indexOf('\'', from + 1);
    if (to > from + 1) {
      String quoted = message.substring(from + 1, to);
      String last = quoted.substring(quoted.lastIndexOf('.') + 1);
      for (Token token : s.tokens()) {
        if (token.is(s.text(), last) || token.is(s.text(), "`" + last + "`")) {
          return Span.of(token);
        }
      }
    }
    return s.head();
  }
}
