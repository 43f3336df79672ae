package org.binnacle.review.rule.object;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.ddl.Ddl;

/// A view should be one that the server takes, and that can be merged into queries.
public final class ViewLimit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("object.view-limit", Level.ERROR)
          .says("A view must not hold INTO, variables or placeholders.")
          .because("The server refuses it with error 1350 or 1351.")
          .bad("CREATE VIEW v AS SELECT a FROM t WHERE b = @x;")
          .bad("CREATE VIEW v AS SELECT a FROM t WHERE b = ?;")
          .bad("CREATE VIEW v AS SELECT a FROM t WHERE b = @@global.port;")
          .good("CREATE VIEW v AS SELECT a FROM t WHERE b = 1;")
          .near("CREATE VIEW v AS SELECT '@x' AS a FROM t;")
          .near("CREATE DEFINER=`app`@`%` VIEW v AS SELECT a FROM t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (!(s.ddl().orElse(null) instanceof Ddl.CreateView view)) {
      return;
    }
    for (Token token : s.tokens()) {
      if (token.offset() < view.select().start()) {
        continue;
      }
      String what =
          switch (token.type()) {
            case USER_VARIABLE, SYSTEM_VARIABLE -> "a variable";
            case PLACEHOLDER -> "a placeholder";
            default -> token.isWord(s.text(), "INTO") ? "INTO" : "";
          };
      if (!what.isEmpty()) {
        out.at(Span.of(token), view.view().name(), "A view cannot hold " + what + ".");
        return;
      }
    }
  }
}
