package org.binnacle.sql.parse;

import java.util.Optional;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// Tells of one statement whether the server would take its syntax, and what its DDL says. For one
/// thread; keep one for a script, the first parse of a program takes 0.3 s.
public final class SqlParser {
  /// Brackets nested deeper than in any statement that people write; each costs stack.
  private static final int MAX_DEPTH = 120;

  private final Target target;
  private final Grammar grammar;

  public SqlParser(Target target) {
    this.target = target;
    this.grammar = new Grammar(target);
  }

  public Target target() {
    return target;
  }

  /// @param text of one statement, without its delimiter, as `Script.cut` gives it
  public Parsed parse(String text) {
    if (text.length() >= BulkInsert.FROM_LENGTH) {
      Optional<BulkInsert.Found> bulk = BulkInsert.in(text, target.modes());
      if (bulk.isPresent()) {
        return bulk(text, bulk.get());
      }
    }
    return whole(text);
  }

  private Parsed whole(String text) {
    if (isEmpty(text)) {
      return new Parsed.Understood(Optional.empty(), Optional.empty());
    }
    if (depth(text) > MAX_DEPTH) {
      return new Parsed.NotReviewed("its brackets are nested deeper than " + MAX_DEPTH);
    }
    try {
      return switch (grammar.read(text)) {
        case Grammar.Attempt.Tree tree ->
            new Parsed.Understood(DdlReader.read(tree.query(), text, target), Optional.empty());
        case Grammar.Attempt.Failed failed -> refused(text, failed);
      };
    } catch (StackOverflowError e) {
      return new Parsed.NotReviewed("it is nested too deep");
    }
  }

  private Parsed refused(String text, Grammar.Attempt.Failed failed) {
    Optional<String> reason = NotCovered.reason(text, target);
    return reason.isPresent()
        ? new Parsed.NotReviewed(reason.get())
        : new Parsed.Wrong(ErrorWords.of(text, failed));
  }

  /// The head with the first row, then what follows the rows, each by the grammar.
  private Parsed bulk(String text, BulkInsert.Found found) {
    Parsed head = whole(text.substring(0, found.bulk().read()));
    if (!(head instanceof Parsed.Understood understood)) {
      return head;
    }
    if (found.broken().isPresent()) {
      Span at = found.broken().get();
      return new Parsed.Wrong(new SyntaxError(at, "unexpected '" + at.in(text) + "': no value"));
    }
    String rest = text.substring(found.tail());
    if (!rest.isBlank()) {
      String before = "INSERT INTO t VALUES (1) ";
      if (whole(before + rest) instanceof Parsed.Wrong wrong) {
        int shift = found.tail() - before.length();
        Span span = wrong.error().span();
        return new Parsed.Wrong(
            new SyntaxError(
                new Span(span.start() + shift, span.end() + shift), wrong.error().message()));
      }
    }
    return new Parsed.Understood(understood.ddl(), Optional.of(found.bulk()));
  }

  /// Nothing but comments, those for other versions included.
  private boolean isEmpty(String text) {
    if (!text.startsWith("/*") && !text.isBlank()) {
      return false;
    }
    int skipped = 0;
    for (Token token : Lexer.all(text, target.modes())) {
      if (token.type() == TokenType.VERSION_OPEN) {
        skipped += skipped > 0 || version(token.in(text)) > target.version() ? 1 : 0;
      } else if (token.type() == TokenType.VERSION_CLOSE) {
        skipped = Math.max(0, skipped - 1);
      } else if (skipped == 0 && !token.type().isSilent()) {
        return false;
      }
    }
    return true;
  }

  private static int version(String opening) {
    String digits = opening.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private int depth(String text) {
    int open = 0;
    for (int i = text.indexOf('('); i >= 0; i = text.indexOf('(', i + 1)) {
      open++;
    }
    if (open <= MAX_DEPTH) {
      return open;
    }
    int depth = 0;
    int deepest = 0;
    var lexer = new Lexer(text, target.modes());
    while (lexer.hasNext()) {
      TokenType type = lexer.next().type();
      if (type == TokenType.OPEN) {
        deepest = Math.max(deepest, ++depth);
      } else if (type == TokenType.CLOSE) {
        depth--;
      }
    }
    return deepest;
  }
}
