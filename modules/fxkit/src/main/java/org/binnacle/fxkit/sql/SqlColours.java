package org.binnacle.fxkit.sql;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.sql.Keywords;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// The colours of SQL, from the token stream of the module `sql`.
final class SqlColours implements Highlighter {

  @Override
  public List<Stretch> stretches(String text) {
    var stretches = new ArrayList<Stretch>();
    var lexer = new Lexer(text, SqlModes.DEFAULT);
    while (lexer.hasNext()) {
      Token token = lexer.next();
      String style = token.closed() ? style(token, text) : "sql-mistake";
      if (!style.isEmpty()) {
        stretches.add(new Stretch(token.offset(), token.end(), style));
      }
    }
    return stretches;
  }

  private static String style(Token token, String text) {
    TokenType type = token.type();
    return switch (type) {
      case WORD -> Keywords.MYSQL.isReserved(token.in(text)) ? "sql-keyword" : "";
      case STRING, BYTES -> "sql-text";
      case NUMBER -> "sql-number";
      case COMMENT -> "sql-comment";
      case HINT, VERSION_OPEN, VERSION_CLOSE, COMMAND, INTRODUCER -> "sql-hint";
      case USER_VARIABLE, SYSTEM_VARIABLE, PLACEHOLDER, HOST -> "sql-variable";
      case OPERATOR -> "sql-operator";
      case UNKNOWN -> "sql-mistake";
      case SPACE, NAME, QUOTED_NAME, OPEN, CLOSE, COMMA, DOT, DELIMITER, ESCAPE -> "";
    };
  }
}
