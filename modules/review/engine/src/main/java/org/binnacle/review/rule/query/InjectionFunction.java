package org.binnacle.review.rule.query;

import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.TokenType;

/// A query should not call what attacks call.
public final class InjectionFunction implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.injection-func", Level.ERROR)
          .says("A query should not call what attacks call.")
          .because(
              "SLEEP and BENCHMARK hold a thread, LOAD_FILE reads the server's "
                  + "files, GET_LOCK hangs on the session of a pool.")
          .bad("SELECT a FROM t WHERE id = 1 OR SLEEP(5);")
          .bad("SELECT BENCHMARK(1000000, md5('x'));")
          .bad("SELECT LOAD_FILE('/etc/passwd');")
          .bad("SELECT GET_LOCK('x', 10);")
          .good("SELECT a FROM t WHERE id = 1;")
          .near("SELECT sleep FROM t WHERE id = 1;")
          .near("CREATE PROCEDURE p() DO SLEEP(1);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    switch (s.statement().kind()) {
      case SELECT, DML, ROUTINE -> {}
      default -> {
        return;
      }
    }
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      if (!w.is(i + 1, TokenType.OPEN) || w.is(i - 1, TokenType.DOT)) {
        continue;
      }
      if (w.oneOf(i, "SLEEP", "BENCHMARK", "LOAD_FILE")) {
        out.at(
            w.span(i),
            "",
            w.in(i).toUpperCase(Locale.ROOT) + " has no place in an application's SQL.");
      } else if (w.words(i, "GET_LOCK")) {
        out.as(
            Level.WARNING,
            w.span(i),
            "",
            "GET_LOCK belongs to the session: with a pool another user of it holds the lock.");
      }
    }
  }
}
