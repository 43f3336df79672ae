package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// A condition should be able to be true.
public final class AlwaysFalse implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.always-false", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A condition should be able to be true.")
          .because("The statement does nothing: one of its conditions was meant otherwise.")
          .bad("DELETE FROM t WHERE a = 1 AND 1 = 2;")
          .bad("UPDATE t SET b = 1 WHERE a = 'x' AND a = 'y';")
          .bad("DELETE FROM t WHERE a BETWEEN 10 AND 5;")
          .bad("DELETE FROM t WHERE a > 10 AND a < 5;")
          .bad("DELETE FROM t WHERE a IS NULL AND a = 5;")
          .good("DELETE FROM t WHERE a = 1 AND b = 2;")
          .near("DELETE FROM t WHERE a = 'x' OR a = 'y';")
          .near("DELETE FROM t WHERE a = 1 AND a = 1.0;")
          .near("DELETE FROM t WHERE a > 5 AND a < 10;")
          .near("DELETE FROM t WHERE a = 'x' AND a = 'X';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    boolean reads = q.verb() == Query.Verb.SELECT;
    for (Predicate p : b.where()) {
      if (!p.underOr() && (Truth.of(p) == Truth.NO || isTurned(p))) {
        out.as(
            reads ? Level.NOTICE : Level.WARNING,
            Said.at(p.span(), s),
            "",
            Said.quoted(p.span(), s) + " is never true.");
        return;
      }
    }
    for (Predicate p : b.where()) {
      for (Predicate o : b.where()) {
        if (!p.equals(o)
            && !p.byOr()
            && !o.byOr()
            && p.group() == o.group()
            && !p.negated()
            && !o.negated()
            && p.left().isColumn()
            && p.left().text().equalsIgnoreCase(o.left().text())
            && excludes(p, o)) {
          out.as(
              reads ? Level.NOTICE : Level.WARNING,
              Said.at(o.span(), s),
              p.left().text(),
              Said.quoted(p.span(), s)
                  + " and "
                  + Said.quoted(o.span(), s)
                  + " are never true together.");
          return;
        }
      }
    }
  }

  private static boolean isTurned(Predicate p) {
    return p.kind() == Predicate.Kind.BETWEEN
        && !p.negated()
        && number(p.right().getFirst()) > number(p.right().getLast());
  }

  private static double number(Operand o) {
    try {
      return o.kind() == Operand.Kind.NUMBER ? Double.parseDouble(o.text()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean excludes(Predicate p, Predicate o) {
    if (p.kind() == Predicate.Kind.IS_NULL) {
      return (o.kind() == Predicate.Kind.COMPARE && !o.operator().equals("<=>"))
          || o.kind() == Predicate.Kind.IN
          || o.kind() == Predicate.Kind.BETWEEN;
    }
    if (p.kind() != Predicate.Kind.COMPARE || o.kind() != Predicate.Kind.COMPARE) {
      return false;
    }
    Operand a = p.right().getFirst();
    Operand c = o.right().getFirst();
    if (p.operator().equals("=") && o.operator().equals("=")) {
      return (a.kind() == Operand.Kind.STRING && c.kind() == Operand.Kind.STRING)
          ? !Truth.mayBeEqual(a.text(), c.text())
          : (number(a) < number(c)) || (number(a) > number(c));
    }
    return p.operator().startsWith(">")
        && o.operator().startsWith("<")
        && !o.operator().equals("<>")
        && !o.operator().equals("<=>")
        && number(a) > number(c);
  }
}
