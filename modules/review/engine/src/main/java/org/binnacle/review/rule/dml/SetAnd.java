package org.binnacle.review.rule.dml;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Words;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// Assignments should be parted by commas.
public final class SetAnd implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.set-and", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("Assignments should be parted by commas.")
          .because("SET a = 1 AND b = 2 writes the truth of (1 AND b = 2) into a.")
          .bad("UPDATE t SET a = 1 AND b = 2 WHERE id = 5;")
          .bad("UPDATE t SET a = 'x' AND b = 'y' AND c = 'z' WHERE id = 5;")
          .good("UPDATE t SET a = 1, b = 2 WHERE id = 5;")
          .near("UPDATE t SET a = (b = 1 AND c = 2) WHERE id = 5;")
          .near("UPDATE t SET a = b > 1 AND c = 2 WHERE id = 5;")
          .near("UPDATE t SET a = b BETWEEN 1 AND 2 WHERE id = 5;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> look(s, q, out));
  }

  private static void look(Subject s, Query q, Findings out) {
    for (Query.Assignment a : q.set()) {
      Operand v = a.value();
      if (!v.is("AND") || v.span().isEmpty() || isBracketed(s, v.span().get())) {
        continue;
      }
      List<Operand> parts = new ArrayList<>();
      flat(v, parts);
      boolean others =
          parts.subList(1, parts.size()).stream()
              .allMatch(p -> p.is("=") && p.parts().getFirst().isColumn());
      Operand first = parts.getFirst();
      if (!others
          || (first.kind() == Operand.Kind.EXPRESSION
              && !first.is("+")
              && !first.is("-")
              && !first.is("case"))) {
        continue;
      }
      Words w = Words.of(s);
      List<Edit> edits = new ArrayList<>();
      for (Operand p : parts.subList(1, parts.size())) {
        int and = w.from(p.span().map(Span::start).orElse(0)) - 1;
        if (w.words(and, "AND")) {
          edits.add(new Edit(new Span(w.get(and - 1).end(), w.get(and).end()), ","));
        }
      }
      String message =
          "AND between assignments: "
              + a.column().name()
              + " becomes 0 or 1, and "
              + parts.getLast().parts().getFirst().text()
              + " stays as it is. Write a comma.";
      Level level = first.isColumn() ? Level.WARNING : Level.ERROR;
      out.as(
          level, v.span().get(), a.column().name(), message, new Fix("write commas", edits, false));
    }
  }

  private static void flat(Operand o, List<Operand> parts) {
    if (o.is("AND")) {
      o.parts().forEach(p -> flat(p, parts));
    } else {
      parts.add(o);
    }
  }

  private static boolean isBracketed(Subject s, Span span) {
    int at = span.start() - 1;
    while (at >= 0 && Character.isWhitespace(s.text().charAt(at))) {
      at--;
    }
    return (s.text().charAt(span.start()) == '(' && s.text().charAt(span.end() - 1) == ')')
        || (at >= 0 && s.text().charAt(at) == '(');
  }
}
