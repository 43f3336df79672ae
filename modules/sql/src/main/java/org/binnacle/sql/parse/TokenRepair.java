package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.binnacle.sql.SqlModes;

/// The tokens of the grammar's lexer, put right where it and the server differ.
final class TokenRepair {
  private final Target target;
  private final boolean ansiQuotes;

  TokenRepair(Target target) {
    this.target = target;
    this.ansiQuotes = SqlModes.of(target.sqlMode()).ansiQuotes();
  }

  /// All tokens that the parser looks at, the end of the text last.
  ///
  /// @param soft words that are keywords in few places only are taken for names
  List<Token> tokens(MySqlLexer lexer, boolean soft) {
    var tokens = new ArrayList<Token>();
    while (true) {
      Token token = lexer.nextToken();
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        add(tokens, (CommonToken) token, soft);
      }
      if (token.getType() == Token.EOF) {
        return AlterOrder.isAlterTable(tokens) ? AlterOrder.plain(tokens) : tokens;
      }
    }
  }

  private void add(List<Token> tokens, CommonToken token, boolean soft) {
    switch (token.getType()) {
      // The grammar asks for the mode in predicates that its own lexer contradicts.
      case MySqlLexer.DOUBLE_QUOTED_TEXT ->
          token.setType(
              ansiQuotes ? MySqlLexer.BACK_TICK_QUOTED_ID : MySqlLexer.SINGLE_QUOTED_TEXT);
      // The lexer knows INTERSECT by the name of its symbol only.
      case MySqlLexer.IDENTIFIER -> {
        if (is(token, "INTERSECT") && target.isAtLeast(80031)) {
          token.setType(MySqlLexer.INTERSECT_SYMBOL);
        }
      }
      // ALTER TABLE t RENAME = u: the grammar knows TO, AS and nothing there.
      case MySqlLexer.EQUAL_OPERATOR -> {
        if (!tokens.isEmpty()
            && tokens.getLast().getType() == MySqlLexer.RENAME_SYMBOL
            && tokens.getFirst().getType() == MySqlLexer.ALTER_SYMBOL) {
          token.setType(MySqlLexer.TO_SYMBOL);
        }
      }
      // `1.` is a number.
      case MySqlLexer.DOT_SYMBOL -> {
        if (endsNumber(tokens, token)) {
          return;
        }
      }
      case MySqlLexer.SINGLE_QUOTED_TEXT -> {
        if (joinsPrefix(tokens, token)) {
          return;
        }
      }
      case MySqlLexer.URL_SYMBOL,
          MySqlLexer.MANUAL_SYMBOL,
          MySqlLexer.AUTO_SYMBOL,
          MySqlLexer.PARALLEL_SYMBOL,
          MySqlLexer.VECTOR_SYMBOL,
          MySqlLexer.LOG_SYMBOL,
          MySqlLexer.ENGINE_ATTRIBUTE_SYMBOL -> {
        if (soft) {
          token.setType(MySqlLexer.IDENTIFIER);
        }
      }
      default -> {}
    }
    tokens.add(token);
  }

  /// `X'1F'` and `B'01'`: the lexer knows the small letters only.
  private static boolean joinsPrefix(List<Token> tokens, CommonToken text) {
    if (tokens.isEmpty() || !(tokens.getLast() instanceof CommonToken last)) {
      return false;
    }
    boolean hex = is(last, "x");
    if (last.getType() != MySqlLexer.IDENTIFIER
        || last.getStopIndex() + 1 != text.getStartIndex()
        || !(hex || is(last, "b"))) {
      return false;
    }
    last.setType(hex ? MySqlLexer.HEX_NUMBER : MySqlLexer.BIN_NUMBER);
    last.setStopIndex(text.getStopIndex());
    return true;
  }

  private static boolean endsNumber(List<Token> tokens, CommonToken dot) {
    if (tokens.isEmpty()
        || tokens.getLast().getType() != MySqlLexer.INT_NUMBER
        || tokens.getLast().getStopIndex() + 1 != dot.getStartIndex()
        || !(tokens.getLast() instanceof CommonToken last)) {
      return false;
    }
    last.setType(MySqlLexer.DECIMAL_NUMBER);
    last.setStopIndex(dot.getStopIndex());
    return true;
  }

  private static boolean is(Token token, String word) {
    return token.getStopIndex() - token.getStartIndex() + 1 == word.length()
        && token.getText().equalsIgnoreCase(word);
  }

  static boolean isSoft(int type) {
    return switch (type) {
      case MySqlLexer.URL_SYMBOL,
          MySqlLexer.MANUAL_SYMBOL,
          MySqlLexer.AUTO_SYMBOL,
          MySqlLexer.PARALLEL_SYMBOL,
          MySqlLexer.VECTOR_SYMBOL,
          MySqlLexer.LOG_SYMBOL,
          MySqlLexer.ENGINE_ATTRIBUTE_SYMBOL ->
          true;
      default -> false;
    };
  }
}
