package org.binnacle.review.rule.query;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// A compared text should not begin or end in a space.
public final class StringSpaces implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.string-spaces", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A compared text should not begin or end in a space.")
          .because(
              "CHAR drops trailing spaces, PAD SPACE collations ignore them, those "
                  + "of 8.0 (NO PAD) do not.")
          .bad("SELECT a FROM t WHERE b = 'x ';")
          .bad("SELECT a FROM t WHERE b IN ('x', ' y');")
          .good("SELECT a FROM t WHERE b = 'x';")
          .near("SELECT a FROM t WHERE b LIKE 'x %';")
          .near("SELECT a FROM t WHERE b = ' ';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> b.conditions().forEach(p -> look(s, p, out))));
  }

  private static void look(Subject s, Predicate p, Findings out) {
    if (p.kind() == Predicate.Kind.COMPARE || p.kind() == Predicate.Kind.IN) {
      p.right().stream()
          .filter(
              r ->
                  r.kind() == Operand.Kind.STRING
                      && !r.text().isBlank()
                      && !r.text().strip().equals(r.text()))
          .findFirst()
          .ifPresent(
              r ->
                  out.at(
                      Said.at(r.span(), s),
                      p.left().text(),
                      "'" + r.text() + "' has a space at an end."));
    }
  }
}
