package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.binnacle.sql.Keywords;

/// ORDER BY of ALTER TABLE, of which the grammar and the servers think differently.
final class AlterOrder {
  private AlterOrder() {}

  static boolean isAlterTable(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.getFirst().getType() == MySqlLexer.ALTER_SYMBOL
        && tokens.get(1).getType() == MySqlLexer.TABLE_SYMBOL;
  }

  /// The tokens with `a` in place of `t.a` and `db.t.a`: the grammar knows the bare column there.
  static List<Token> plain(List<Token> tokens) {
    var plain = new ArrayList<Token>(tokens.size());
    boolean order = false;
    int qualifiers = 0;
    for (int i = 0; i < tokens.size(); i++) {
      order |= isOrderBy(tokens, i);
      boolean qualifies =
          order
              && qualifiers < 2
              && is(tokens, i + 1, MySqlLexer.DOT_SYMBOL)
              && !is(tokens, i, MySqlLexer.DOT_SYMBOL)
              && !is(tokens, i + 2, MySqlLexer.DOT_SYMBOL);
      if (qualifies) {
        qualifiers++;
        i++;
      } else {
        if (qualifiers > 0
            && tokens.get(i) instanceof CommonToken name
            && name.getType() != Token.EOF
            && Character.isLetter(name.getText().charAt(0))) {
          name.setType(MySqlLexer.IDENTIFIER); // behind a dot each word is a name
        }
        qualifiers = 0;
        plain.add(tokens.get(i));
      }
    }
    return plain;
  }

  /// The first token that servers do not take behind ORDER BY. Each comma there goes on with a
  /// column for them, never with another clause of ALTER TABLE, which the grammar takes.
  ///
  /// @param tokens of a statement that the grammar has taken, {@link #plain}
  static Optional<Token> refused(List<Token> tokens, Keywords words) {
    if (!isAlterTable(tokens)) {
      return Optional.empty();
    }
    int depth = 0;
    for (int i = 2; i < tokens.size(); i++) {
      switch (tokens.get(i).getType()) {
        case MySqlLexer.OPEN_PAR_SYMBOL -> depth++;
        case MySqlLexer.CLOSE_PAR_SYMBOL -> depth--;
        default -> {
          if (depth == 0 && isOrderBy(tokens, i)) {
            return refused(tokens, i + 1, words);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// @param column the first one
  private static Optional<Token> refused(List<Token> tokens, int column, Keywords words) {
    int i = column + 1;
    while (true) {
      if (is(tokens, i, MySqlLexer.ASC_SYMBOL) || is(tokens, i, MySqlLexer.DESC_SYMBOL)) {
        i++;
      }
      if (!is(tokens, i, MySqlLexer.COMMA_SYMBOL)) {
        // Here the grammar's word stands, but for a clause that began with a word that can be a
        // column's name, such as ENGINE = InnoDB.
        return i == column + 1 || ends(tokens, i) ? Optional.empty() : Optional.of(tokens.get(i));
      }
      if (!is(tokens, i + 1, MySqlLexer.IDENTIFIER)
          && words.isReserved(tokens.get(i + 1).getText())) {
        return Optional.of(tokens.get(i + 1));
      }
      i += 2;
    }
  }

  private static boolean ends(List<Token> tokens, int i) {
    return is(tokens, i, Token.EOF)
        || is(tokens, i, MySqlLexer.PARTITION_SYMBOL)
        || is(tokens, i, MySqlLexer.REMOVE_SYMBOL);
  }

  private static boolean isOrderBy(List<Token> tokens, int i) {
    return is(tokens, i, MySqlLexer.BY_SYMBOL) && is(tokens, i - 1, MySqlLexer.ORDER_SYMBOL);
  }

  private static boolean is(List<Token> tokens, int i, int type) {
    return i >= 0 && i < tokens.size() && tokens.get(i).getType() == type;
  }
}
