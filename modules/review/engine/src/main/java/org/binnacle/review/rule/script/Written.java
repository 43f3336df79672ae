package org.binnacle.review.rule.script;

import java.util.Optional;
import java.util.Set;
import org.binnacle.review.Subject;
import org.binnacle.sql.Kind;
import org.binnacle.sql.Quote;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.TableName;

/// The table that a write names first, by its tokens.
final class Written {
  private static final Set<String> BEFORE =
      Set.of("INTO", "FROM", "IGNORE", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "QUICK");

  private Written() {}

  static Optional<TableName> table(Subject s) {
    if (s.statement().kind() != Kind.DML || s.isWord(0, "WITH") || s.isWord(0, "LOAD")) {
      return Optional.empty();
    }
    var tokens = s.tokens();
    int i = 1;
    while (i < tokens.size()
        && tokens.get(i).type() == TokenType.WORD
        && BEFORE.contains(tokens.get(i).in(s.text()).toUpperCase(java.util.Locale.ROOT))) {
      i++;
    }
    if (i >= tokens.size()) {
      return Optional.empty();
    }
    boolean qualified = i + 2 < tokens.size() && tokens.get(i + 1).type() == TokenType.DOT;
    Token name = qualified ? tokens.get(i + 2) : tokens.get(i);
    return Optional.of(
        new TableName(
            qualified ? Optional.of(read(s, tokens.get(i))) : Optional.empty(),
            read(s, name),
            Span.of(tokens.get(i)).with(Span.of(name))));
  }

  private static String read(Subject s, Token token) {
    String written = token.in(s.text());
    return token.type() == TokenType.QUOTED_NAME
        ? Quote.read(written, s.target().modes())
        : written;
  }
}
