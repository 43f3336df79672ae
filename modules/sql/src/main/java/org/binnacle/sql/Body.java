package org.binnacle.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// Follows the blocks of a stored program, so that a `;` within them does not end the statement.
/// For statements that are none it stays outside.
final class Body {
  private static final String CASE = "CASE";

  /// A REPEAT whose condition has come: its END stands behind an expression.
  private static final String UNTIL = "UNTIL";

  private final String text;
  private final Deque<String> open = new ArrayDeque<>();

  /// How many words of the statement were seen; its head tells whether it is a stored program.
  private int words;

  /// CREATE or ALTER of what is not yet said.
  private boolean undecided;

  /// BEGIN, which NOT ATOMIC may follow (MariaDB).
  private boolean opensBlock;

  private boolean program;

  /// A statement of the body may begin here.
  private boolean begins = true;

  private boolean behindEnd;

  Body(String text) {
    this.text = text;
  }

  boolean isOpen() {
    return !open.isEmpty();
  }

  /// Takes the next token that is not silent.
  void accept(Token token) {
    switch (token.type()) {
      case WORD -> word(token.length() > 9 ? "" : token.in(text).toUpperCase(Locale.ROOT));
      case DELIMITER, VERSION_OPEN, VERSION_CLOSE -> {
        begins |= token.type() == TokenType.DELIMITER;
        behindEnd = false;
      }
      case OPERATOR -> {
        begins = token.is(text, ":") || token.is(text, ";");
        behindEnd = false;
      }
      default -> {
        begins = false;
        behindEnd = false;
      }
    }
  }

  private void word(String word) {
    words++;
    boolean first = begins;
    boolean closesEnd = behindEnd;
    behindEnd = false;
    begins = false;
    head(word);
    if (!program) {
      return;
    }
    switch (word) {
      case "BEGIN" -> {
        if (open.isEmpty() || first) {
          open.push(word);
        }
        begins = true;
      }
      case CASE -> {
        if (!closesEnd) {
          open.push(word);
        }
      }
      case "IF", "LOOP", "REPEAT", "WHILE", "FOR" -> {
        if (first && !closesEnd) {
          open.push(word);
        }
        begins = "LOOP".equals(word) || "REPEAT".equals(word);
      }
      // In a CASE expression no statement begins here, but none of its words can be mistaken.
      case "THEN", "ELSE", "DO" -> begins = true;
      case UNTIL -> {
        if ("REPEAT".equals(open.peek())) {
          open.pop();
          open.push(UNTIL);
        }
      }
      case "END" -> {
        if (!open.isEmpty() && (first || CASE.equals(open.peek()) || UNTIL.equals(open.peek()))) {
          open.pop();
          behindEnd = true;
        }
      }
      default -> {}
    }
  }

  private void head(String word) {
    if (words == 1) {
      opensBlock = word.equals("BEGIN");
      undecided = word.equals("CREATE") || word.equals("ALTER");
      program =
          switch (word) {
            case "IF", CASE, "LOOP", "REPEAT", "WHILE", "FOR" -> true;
            default -> false;
          };
    } else if (words == 2 && opensBlock && word.equals("NOT")) {
      program = true;
      open.push("BEGIN");
    } else if (opensBlock && word.equals("ATOMIC")) {
      begins = true;
    } else if (undecided) {
      decide(word);
    }
  }

  private void decide(String word) {
    switch (word) {
      case "PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE" -> {
        program = true;
        undecided = false;
      }
      case "TABLE", "VIEW", "INDEX", "USER", "ROLE", "DATABASE", "SCHEMA", "SERVER", "SEQUENCE" ->
          undecided = false;
      default -> {}
    }
  }
}
