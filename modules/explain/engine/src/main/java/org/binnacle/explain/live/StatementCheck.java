package org.binnacle.explain.live;

import java.util.List;
import org.binnacle.kernel.Fault;
import org.binnacle.sql.Effect;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Statement;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// What can be asked a plan of, told before a server is asked.
final class StatementCheck {
  private StatementCheck() {}

  /// The one statement of a text.
  ///
  /// @throws Fault with a code of {@link ExplainFaults} where there is not exactly one, whole and
  ///   of a kind that has a plan
  static String explainable(String sql) {
    String text = sql.strip();
    if (text.endsWith("...") || text.endsWith("…")) {
      throw new Fault(ExplainFaults.CUT, shortened(text));
    }
    List<Statement> statements = Script.cut(text, SqlModes.DEFAULT).statements();
    if (statements.isEmpty()) {
      throw new Fault(ExplainFaults.EMPTY, "");
    }
    if (statements.size() > 1) {
      throw new Fault(ExplainFaults.SEVERAL, String.valueOf(statements.size()));
    }
    Statement statement = statements.getFirst();
    check(statement);
    return statement.text();
  }

  private static void check(Statement statement) {
    String text = statement.text();
    for (Token token : Lexer.spoken(text, SqlModes.DEFAULT)) {
      if (token.type() == TokenType.PLACEHOLDER) {
        throw new Fault(ExplainFaults.PLACEHOLDERS, shortened(text));
      }
      if (!token.closed()) {
        throw new Fault(ExplainFaults.CUT, shortened(text));
      }
    }
    boolean planned =
        switch (statement.kind()) {
          case SELECT -> !text.regionMatches(true, 0, "HANDLER", 0, 7);
          case DML -> !text.regionMatches(true, 0, "LOAD", 0, 4);
          default -> false;
        };
    if (!planned) {
      throw new Fault(ExplainFaults.NOT_EXPLAINABLE, shortened(text));
    }
  }

  /// @throws Fault where running the statement for its plan could change or lock something
  static void measurable(String statement) {
    if (Effect.of(statement, SqlModes.DEFAULT) != Effect.READS) {
      throw new Fault(ExplainFaults.NOT_MEASURABLE, shortened(statement));
    }
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
