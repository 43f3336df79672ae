package org.binnacle.sql.query;

import java.util.Optional;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import org.binnacle.sql.Span;

/// Places of JSqlParser's nodes, of which many have none of their own.
final class Spans {
  private Spans() {}

  /// Where a node stands; the parser counts from 1.
  static Optional<Span> of(Object node) {
    if (!(node instanceof ASTNodeAccess access) || access.getASTNode() == null) {
      return Optional.empty();
    }
    var first = access.getASTNode().jjtGetFirstToken();
    var last = access.getASTNode().jjtGetLastToken();
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Span(first.absoluteBegin - 1, last.absoluteEnd - 1))
            .filter(s -> s.start() >= 0 && s.end() >= s.start());
  }

  /// Around those that have a place.
  static Optional<Span> around(Iterable<Operand> all) {
    Span whole = null;
    for (Operand one : all) {
      Span own = one.span().orElse(null);
      whole = whole == null ? own : own == null ? whole : whole.with(own);
    }
    return Optional.ofNullable(whole);
  }

  /// Grown by the brackets that it lacks, where nothing but space lies between.
  static Span balanced(Span span, String text) {
    int open = 0;
    int missing = 0;
    for (int i = span.start(); i < span.end(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"' || c == '`') {
        int end = text.indexOf(c, i + 1);
        i = end < 0 || end >= span.end() ? span.end() : end;
      } else if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == ')') {
        missing++;
      }
    }
    int start = span.start();
    for (int i = start - 1; missing > 0 && i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '(') {
        missing--;
        start = i;
      } else if (!Character.isWhitespace(c)) {
        break;
      }
    }
    int end = span.end();
    for (int i = end; open > 0 && i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ')') {
        open--;
        end = i + 1;
      } else if (!Character.isWhitespace(c)) {
        break;
      }
    }
    return new Span(start, end);
  }

  /// Grown over the words behind it, where they stand there with nothing but space between.
  static Span over(Span span, String text, String... words) {
    int at = span.end();
    for (String word : words) {
      int from = at;
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      if (!text.regionMatches(true, from, word, 0, word.length())) {
        return span;
      }
      at = from + word.length();
    }
    return new Span(span.start(), at);
  }
}
