package org.binnacle.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text cut into statements, as the `mysql` client cuts it, and further: the body of a stored
/// program is kept whole where no DELIMITER line guards it.
///
/// @param statements in the order of the text, the empty ones left out
public record Script(String text, List<Statement> statements) {

  public Script {
    statements = List.copyOf(statements);
  }

  /// One pass over the text, whatever it holds.
  public static Script cut(String text, SqlModes modes) {
    var cutter = new Cutter(text);
    var lexer = new Lexer(text, modes);
    while (lexer.hasNext()) {
      cutter.accept(lexer.next(), lexer.delimiter().equals(";"), modes);
    }
    cutter.end(Statement.Ending.END_OF_TEXT, modes);
    return new Script(text, cutter.statements);
  }

  private static final class Cutter {
    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private Body body;
    private int lead = -1;
    private int end;
    private @Nullable Token first;

    Cutter(String text) {
      this.text = text;
      this.body = new Body(text);
    }

    void accept(Token token, boolean semicolons, SqlModes modes) {
      switch (token.type()) {
        case SPACE -> {}
        case COMMENT -> lead = lead < 0 ? token.offset() : lead;
        case COMMAND -> lead = -1;
        case DELIMITER -> {
          if (semicolons && body.isOpen()) {
            take(token);
          } else {
            end(Statement.Ending.DELIMITER, modes);
          }
        }
        case ESCAPE -> {
          if (token.in(text).equals("\\G")) {
            end(Statement.Ending.VERTICAL, modes);
          } else if (token.in(text).equals("\\g")) {
            end(Statement.Ending.GO, modes);
          } else {
            take(token);
          }
        }
        default -> take(token);
      }
    }

    private void take(Token token) {
      if (first == null) {
        first = token;
      }
      end = token.end();
      body.accept(token);
    }

    void end(Statement.Ending ending, SqlModes modes) {
      if (first != null) {
        String own = text.substring(first.offset(), end);
        int from = lead < 0 ? first.offset() : Math.min(lead, first.offset());
        statements.add(
            new Statement(
                own,
                first.offset(),
                first.line(),
                first.column(),
                from,
                ending,
                Kind.of(own, modes)));
      }
      first = null;
      lead = -1;
      body = new Body(text);
    }
  }
}
