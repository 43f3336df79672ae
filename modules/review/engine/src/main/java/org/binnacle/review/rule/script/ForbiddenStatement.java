package org.binnacle.review.rule.script;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.TokenType;

/// Statements on the team's list must not be run.
public final class ForbiddenStatement implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.forbidden-statement", Level.ERROR)
          .says("Statements on the team's list must not be run.")
          .because("The last line of defence: what is never right in a change script.")
          .param(
              "patterns",
              List.of(
                  "DROP DATABASE",
                  "DROP SCHEMA",
                  "SHUTDOWN",
                  "RESET MASTER",
                  "RESET BINARY LOGS",
                  "PURGE BINARY LOGS",
                  "RESET SLAVE",
                  "RESET REPLICA",
                  "STOP GROUP_REPLICATION",
                  "UNINSTALL PLUGIN"),
              "first words, or regular expressions over the statement with one space between words")
          .bad("DROP DATABASE shop;")
          .bad("RESET MASTER;")
          .good("DROP TABLE t;")
          .near("SELECT 'DROP DATABASE shop';")
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
    String start = start(s);
    for (String pattern : out.list("patterns")) {
      boolean regex = pattern.startsWith("^") || pattern.contains("(");
      boolean hit =
          regex
              ? Pattern.compile(pattern).matcher(start).find()
              : (start + " ").startsWith(pattern + " ");
      if (hit) {
        out.at(s.head(), "", "Statements like " + pattern + " are forbidden.");
        return;
      }
    }
  }

  private static String start(Subject s) {
    return s.tokens().stream()
        .limit(60)
        .map(
            t ->
                t.type() == TokenType.WORD
                    ? t.in(s.text()).toUpperCase(Locale.ROOT)
                    : t.in(s.text()))
        .collect(Collectors.joining(" "));
  }
}
