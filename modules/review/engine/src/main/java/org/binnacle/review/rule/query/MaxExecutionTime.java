package org.binnacle.review.rule.query;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.query.Query;

/// A SELECT should say how long it may take.
public final class MaxExecutionTime implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.max-execution-time", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .off()
          .since(50708)
          .says("A SELECT should say how long it may take.")
          .because("Without MAX_EXECUTION_TIME it runs until it is killed.")
          .bad("SELECT a FROM t WHERE b = 1;")
          .good("SELECT /*+ MAX_EXECUTION_TIME(1000) */ a FROM t WHERE b = 1;")
          .near("UPDATE t SET a = 1 WHERE b = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.query()
        .filter(
            q ->
                q.verb() == Query.Verb.SELECT
                    && q.blocks().stream().anyMatch(b -> !b.tables().isEmpty()))
        .isEmpty()) {
      return;
    }
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      if (w.is(i, TokenType.HINT)
          && w.in(i).toUpperCase(Locale.ROOT).contains("MAX_EXECUTION_TIME")) {
        return;
      }
    }
    int select = w.next(0, "SELECT");
    if (select >= 0) {
      int end = w.get(select).end();
      out.at(
          s.head(),
          "",
          "It says not how long it may take.",
          Said.fix(
              "allow it 30 s", false, new Span(end, end), " /*+ MAX_EXECUTION_TIME(30000) */"));
    }
  }
}
