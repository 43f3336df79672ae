package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// NULL should be tested by IS NULL.
public final class EqualsNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.eq-null", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("NULL should be tested by IS NULL.")
          .because("= NULL, <> NULL and NOT IN (..., NULL) are true for no row.")
          .bad("SELECT a FROM t WHERE b = NULL;")
          .bad("DELETE FROM t WHERE b <> NULL;")
          .bad("UPDATE t SET a = 1 WHERE b IN (NULL);")
          .bad("SELECT a FROM t WHERE b NOT IN (1, NULL);")
          .bad("SELECT a FROM t GROUP BY a HAVING max(b) != NULL;")
          .bad("SELECT a.x FROM a JOIN b ON a.id = b.id AND b.y = NULL;")
          .good("SELECT a FROM t WHERE b IS NULL;")
          .near("SELECT a FROM t WHERE b <=> NULL;")
          .near("UPDATE t SET a = NULL WHERE b = 1;")
          .near("SELECT a FROM t WHERE b = 'NULL';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, b, out)));
  }

  private static void look(Subject s, Block b, Findings out) {
    b.conditions().forEach(p -> look(s, p, out));
    b.having().forEach(p -> look(s, p, out));
  }

  private static void look(Subject s, Predicate p, Findings out) {
    boolean left = p.left().kind() == Operand.Kind.NULL;
    Operand found =
        p.right().stream().filter(r -> r.kind() == Operand.Kind.NULL).findFirst().orElse(null);
    Span at = Said.at(p.span(), s);
    if (p.kind() == Predicate.Kind.COMPARE
        && !p.operator().equals("<=>")
        && (left || found != null)) {
      boolean equal = p.operator().equals("=");
      String message =
          Said.quoted(p.span(), s)
              + " is true for no row: "
              + (equal ? "IS NULL." : "IS NOT NULL.");
      if (found != null
          && !left
          && found.span().isPresent()
          && p.left().span().isPresent()
          && (equal || p.operator().equals("<>") || p.operator().equals("!="))) {
        String words = equal ? "IS NULL" : "IS NOT NULL";
        out.at(
            at,
            p.left().text(),
            message,
            Said.fix(
                "write " + words,
                false,
                new Span(p.left().span().get().end(), found.span().get().end()),
                " " + words));
      } else {
        out.at(at, p.left().text(), message);
      }
    } else if (p.kind() == Predicate.Kind.IN && found != null) {
      if (p.negated() || p.right().size() == 1) {
        out.at(
            at,
            p.left().text(),
            Said.quoted(p.span(), s) + " is true for no row: NULL is in the list.");
      } else {
        out.as(
            Level.WARNING,
            Said.at(found.span(), s),
            p.left().text(),
            "NULL in a list of IN finds nothing: OR " + p.left().text() + " IS NULL.");
      }
    }
  }
}
