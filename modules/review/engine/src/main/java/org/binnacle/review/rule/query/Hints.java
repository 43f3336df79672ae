package org.binnacle.review.rule.query;

import java.util.Locale;
import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Kind;
import org.binnacle.sql.TokenType;

/// The optimizer should choose.
public final class Hints implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.hint", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("The optimizer should choose.")
          .because(
              "A hint stays when data, indexes and versions have changed; a dropped "
                  + "index makes the statement fail.")
          .bad("SELECT a FROM t FORCE INDEX (k) WHERE b = 1;")
          .bad("SELECT /*+ NO_INDEX_MERGE(t) */ a FROM t WHERE b = 1;")
          .bad("SELECT STRAIGHT_JOIN a FROM t JOIN u ON t.id = u.id WHERE b = 1;")
          .good("SELECT a FROM t WHERE b = 1;")
          .near("SELECT /*+ MAX_EXECUTION_TIME(1000) */ a FROM t WHERE b = 1;")
          .near("SELECT /* + no hint */ a FROM t WHERE b = 1;")
          .near("ALTER TABLE t DROP INDEX k;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.statement().kind() != Kind.SELECT && s.statement().kind() != Kind.DML) {
      return;
    }
    Words w = Words.of(s);
    for (int i = 0; i < w.size(); i++) {
      if (!w.is(i, TokenType.HINT) && !w.is(i, TokenType.WORD)) {
        continue;
      }
      if (w.is(i, TokenType.HINT)) {
        String hint = w.in(i).toUpperCase(Locale.ROOT);
        if (!hint.contains("MAX_EXECUTION_TIME") && !hint.contains("SET_VAR")) {
          out.at(w.span(i), "", "An optimizer hint: " + Said.quoted(Optional.of(w.span(i)), s));
        }
      } else if (w.oneOf(i, "FORCE", "USE", "IGNORE") && w.oneOf(i + 1, "INDEX", "KEY")) {
        out.at(
            w.span(i, i + 1),
            "",
            w.in(i).toUpperCase(Locale.ROOT)
                + " INDEX fixes the plan: the statement fails when the index goes.");
      } else if (w.oneOf(
          i,
          "STRAIGHT_JOIN",
          "SQL_NO_CACHE",
          "SQL_BIG_RESULT",
          "SQL_SMALL_RESULT",
          "SQL_BUFFER_RESULT")) {
        out.at(
            w.span(i),
            "",
            w.in(i).toUpperCase(Locale.ROOT) + " takes a choice from the optimizer.");
      }
    }
  }
}
