package org.binnacle.explain.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Keywords;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// Whether a statement calls a stored function, which EXPLAIN may run.
final class FunctionCheck {
  private FunctionCheck() {}

  /// @throws Fault with {@link ExplainFaults#FUNCTION} where it calls one
  static void none(Session session, String statement) {
    Set<String> called = called(statement);
    if (called.isEmpty()) {
      return;
    }
    String names =
        String.join(
            ",", called.stream().map(name -> Quote.string(name, SqlModes.DEFAULT)).toList());
    List<String> stored =
        session.query(
            "SELECT /* binnacle:plan */ CONCAT(ROUTINE_SCHEMA, '.', ROUTINE_NAME) AS name"
                + " FROM information_schema.ROUTINES WHERE ROUTINE_TYPE = 'FUNCTION'"
                + " AND ROUTINE_NAME IN ("
                + names
                + ")",
            row -> row.text("name", ""));
    if (!stored.isEmpty()) {
      throw new Fault(ExplainFaults.FUNCTION, stored.getFirst());
    }
  }

  /// Names before a bracket that are no keywords.
  static Set<String> called(String statement) {
    var names = new LinkedHashSet<String>();
    List<Token> tokens = Lexer.spoken(statement, SqlModes.DEFAULT);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (tokens.get(i + 1).type() != TokenType.OPEN) {
        continue;
      }
      String text = token.in(statement);
      switch (token.type()) {
        case NAME -> names.add(text);
        case QUOTED_NAME -> names.add(Quote.read(text, SqlModes.DEFAULT));
        case WORD -> {
          if (!Keywords.MYSQL.isReserved(text)) {
            names.add(text);
          }
        }
        default -> {}
      }
    }
    return names;
  }
}
