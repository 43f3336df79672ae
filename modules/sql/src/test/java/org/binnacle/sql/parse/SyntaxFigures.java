package org.binnacle.sql.parse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;

/// How the verdict compares with a server's on a list of statements.
final class SyntaxFigures {
  int valid;
  int accepted;
  int notReviewed;
  int invalid;
  int acceptedInvalid;
  int placed;
  int exact;
  int within;
  final List<String> falseErrors = new ArrayList<>();
  final List<String> missed = new ArrayList<>();
  final List<String> misplaced = new ArrayList<>();

  void judge(List<String> statements, SqlParser parser, Truth truth) throws SQLException {
    for (String sql : statements) {
      Truth.Verdict verdict = truth.of(sql);
      Parsed parsed = parser.parse(sql);
      if (verdict.valid()) {
        valid++;
        switch (parsed) {
          case Parsed.Understood u -> accepted++;
          case Parsed.NotReviewed n -> notReviewed++;
          case Parsed.Wrong w -> falseErrors.add(w.error().message() + " | " + sql);
        }
      } else {
        invalid++;
        switch (parsed) {
          case Parsed.Understood u -> {
            acceptedInvalid++;
            missed.add(verdict.message() + " | " + sql);
          }
          case Parsed.NotReviewed n -> {}
          case Parsed.Wrong w -> place(sql, verdict, w.error());
        }
      }
    }
  }

  private void place(String sql, Truth.Verdict verdict, SyntaxError error) {
    if (verdict.offset() < 0) {
      return;
    }
    placed++;
    int distance = distance(sql, verdict.offset(), error.span().start());
    if (distance == 0) {
      exact++;
    }
    if (distance <= 1) {
      within++;
    } else {
      misplaced.add(
          verdict.offset()
              + " "
              + error.span().start()
              + " | "
              + error.message()
              + " | "
              + verdict.message()
              + " | "
              + sql);
    }
  }

  /// In tokens.
  private static int distance(String sql, int a, int b) {
    List<Token> tokens = Lexer.spoken(sql, SqlModes.DEFAULT);
    return Math.abs(index(tokens, a) - index(tokens, b));
  }

  private static int index(List<Token> tokens, int offset) {
    for (int i = 0; i < tokens.size(); i++) {
      if (offset < tokens.get(i).end()) {
        return i;
      }
    }
    return tokens.size();
  }

  double acceptance() {
    return 100.0 * accepted / Math.max(1, valid);
  }

  double acceptanceOfInvalid() {
    return 100.0 * acceptedInvalid / Math.max(1, invalid);
  }

  double positions() {
    return 100.0 * within / Math.max(1, placed);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d valid: %.1f %% accepted, %.2f %% not reviewed, %.2f %% called wrong; %d invalid: %.1f %%"
            + " accepted; place exact %.1f %%, within one token %.1f %% (of %d)",
        valid,
        acceptance(),
        100.0 * notReviewed / Math.max(1, valid),
        100.0 * falseErrors.size() / Math.max(1, valid),
        invalid,
        acceptanceOfInvalid(),
        100.0 * exact / Math.max(1, placed),
        positions(),
        placed);
  }
}
