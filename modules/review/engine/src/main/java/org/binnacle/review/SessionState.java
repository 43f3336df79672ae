package org.binnacle.review;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.schema.Schema;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// What a script sets for its own session, as far as it matters for what comes later: the database
/// in use, and whether foreign keys are checked.
final class SessionState {
  private static final Set<String> OFF = Set.of("0", "OFF", "FALSE", "'0'", "'OFF'");

  private SessionState() {}

  /// A file begins with a session of its own.
  static void begin(Schema schema, String database) {
    schema.use(database);
    schema.foreignKeyChecks(true);
  }

  static void follow(Subject subject, Schema schema) {
    if (subject.ddl().isPresent()) {
      return;
    }
    String text = subject.text();
    List<Token> words =
        subject.tokens().stream()
            .filter(t -> t.type() != TokenType.VERSION_OPEN && t.type() != TokenType.VERSION_CLOSE)
            .toList();
    if (words.size() < 2) {
      return;
    }
    if (words.getFirst().isWord(text, "USE")) {
      schema.use(words.get(1).in(text).replace("`", ""));
    } else if (words.getFirst().isWord(text, "SET") && !words.get(1).isWord(text, "GLOBAL")) {
      checks(words, text, schema);
    }
  }

  /// Also as dumps have it: `SET @OLD=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0`.
  private static void checks(List<Token> words, String text, Schema schema) {
    for (int i = 1; i + 2 < words.size(); i++) {
      String name = words.get(i).in(text).toLowerCase(Locale.ROOT);
      boolean named =
          words.get(i).type() != TokenType.USER_VARIABLE
              && !name.startsWith("@@global.")
              && name.substring(name.lastIndexOf('.') + 1)
                  .replace("@", "")
                  .equals("foreign_key_checks");
      if (named && (words.get(i + 1).is(text, "=") || words.get(i + 1).is(text, ":="))) {
        schema.foreignKeyChecks(!OFF.contains(words.get(i + 2).in(text).toUpperCase(Locale.ROOT)));
      }
    }
  }
}
