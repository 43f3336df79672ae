package org.binnacle.review.rule.script;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// Statements on the team's list must not be run.
public final class ForbiddenStatement implements Rule {
  /// Tokens of a statement that regular expressions see.
  private static final int LONGEST = 60;

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
    List<String> patterns = out.list("patterns");
    String start = start(s, patterns);
    for (String pattern : patterns) {
      boolean hit =
          isRegex(pattern)
              ? Pattern.compile(pattern).matcher(start).find()
              : start.startsWith(pattern + " ");
      if (hit) {
        out.at(s.head(), "", "Statements like " + pattern + " are forbidden.");
        return;
      }
    }
  }

  private static boolean isRegex(String pattern) {
    return pattern.startsWith("^") || pattern.contains("(");
  }

  /// Its first tokens, as many as the patterns can look at, each with a space behind.
  private static String start(Subject s, List<String> patterns) {
    boolean regex = patterns.stream().anyMatch(ForbiddenStatement::isRegex);
    int longest = patterns.stream().mapToInt(String::length).max().orElse(0);
    var out = new StringBuilder();
    int tokens = Math.min(LONGEST, s.tokens().size());
    for (int i = 0; i < tokens && (regex || out.length() <= longest); i++) {
      Token t = s.tokens().get(i);
      String word = t.in(s.text());
      out.append(t.type() == TokenType.WORD ? word.toUpperCase(Locale.ROOT) : word).append(' ');
    }
    return out.toString();
  }
}
