package org.binnacle.review.rule.script;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A script should not switch off what keeps servers equal and rows consistent.
public final class SetSession implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.set-session", Level.ERROR)
          .says("A script should not switch off what keeps servers equal and rows " + "consistent.")
          .because(
              "sql_log_bin = 0 hides changes from replicas; checks that are off let "
                  + "broken rows in; GLOBAL changes everybody.")
          .bad("SET sql_log_bin = 0;")
          .bad("SET SESSION foreign_key_checks = OFF;")
          .bad("SET GLOBAL max_connections = 10;")
          .good("SET NAMES utf8mb4;")
          .near("SET @foreign_key_checks = 0;")
          .near("SET foreign_key_checks = 1;")
          .near(
              "/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, "
                  + "FOREIGN_KEY_CHECKS=0 */;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> CHECKS =
      Set.of("sql_log_bin", "foreign_key_checks", "unique_checks", "sql_require_primary_key");

  @Override
  public void check(Subject s, Findings out) {
    // Dumps switch checks off within version comments, and on again.
    if (!s.begins("SET") || s.text().startsWith("/*!")) {
      return;
    }
    List<Token> tokens = s.tokens();
    for (int i = 1; i + 1 < tokens.size(); i++) {
      String word = tokens.get(i).in(s.text()).toLowerCase(Locale.ROOT);
      String name = word.substring(word.lastIndexOf('.') + 1).replace("@", "").replace("`", "");
      if (word.equals("global") || word.startsWith("@@global.") || word.equals("persist")) {
        out.at(
            Span.of(tokens.get(i)), "", "This changes a variable for all sessions of the server.");
      } else if (CHECKS.contains(name)
          && tokens.get(i).type() != TokenType.USER_VARIABLE
          && isOff(s, tokens, i + 1)) {
        // Installers and restores switch checks off for a while; nobody does that to the binlog.
        Level level = name.equals("sql_log_bin") ? Level.ERROR : Level.WARNING;
        out.as(level, Span.of(tokens.get(i)), "", name + " is switched off.");
      }
    }
  }

  private static boolean isOff(Subject s, List<Token> tokens, int sign) {
    int value = sign + 1;
    return value < tokens.size()
        && (tokens.get(sign).is(s.text(), "=") || tokens.get(sign).is(s.text(), ":="))
        && Set.of("0", "OFF", "FALSE", "'0'", "'OFF'")
            .contains(tokens.get(value).in(s.text()).toUpperCase(Locale.ROOT));
  }
}
