package org.binnacle.review.rule.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Kind;
import org.binnacle.sql.Span;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// A condition should be there once and say something.
public final class RedundantCondition implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.redundant-condition", Level.WARNING)
          .concerns(Concern.QUERIES)
          .says("A condition should be there once and say something.")
          .because(
              "Written twice one of them was meant otherwise; a = b = c compares the "
                  + "truth of a = b with c; 1 = 1 is left over.")
          .bad("SELECT a FROM t WHERE b = 1 AND b = 1;")
          .bad("SELECT a FROM t WHERE b = c = 1;")
          .bad("SELECT a FROM t WHERE 1 = 1 AND b = 2;")
          .bad("SELECT a FROM t WHERE b = b;")
          .good("SELECT a FROM t WHERE b = 1 AND c = 1;")
          .near("SELECT a FROM t WHERE (b = 1 AND c = 2) OR (b = 1 AND c = 3);")
          .near("UPDATE t SET a = b = c WHERE d = 1;")
          .near("SELECT a FROM t WHERE b = ? OR b = ?;")
          .near("SELECT a FROM t WHERE 1 = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    chained(s, out);
    s.query()
        .ifPresent(
            q ->
                q.blocks()
                    .forEach(
                        b -> {
                          twice(s, b.where(), out);
                          b.joins().forEach(j -> twice(s, j.on(), out));
                          for (Predicate p : b.where()) {
                            if (b.where().size() > 1 && !p.byOr() && isOne(p)) {
                              dead(s, p, out);
                            } else if (p.kind() == Predicate.Kind.COMPARE
                                && p.left().isColumn()
                                && p.value()
                                    .filter(Operand::isColumn)
                                    .filter(v -> v.text().equalsIgnoreCase(p.left().text()))
                                    .isPresent()) {
                              out.at(
                                  Said.at(p.span(), s),
                                  p.left().text(),
                                  Said.quoted(p.span(), s) + " compares a column with itself.");
                            }
                          }
                        }));
  }

  private static boolean isOne(Predicate p) {
    return p.kind() == Predicate.Kind.COMPARE
        && p.operator().equals("=")
        && p.left().kind() == Operand.Kind.NUMBER
        && p.value()
            .filter(v -> v.kind() == Operand.Kind.NUMBER && v.text().equals(p.left().text()))
            .isPresent();
  }

  private static void dead(Subject s, Predicate p, Findings out) {
    Words w = Words.of(s);
    Span at = Said.at(p.span(), s);
    int next = w.from(at.end());
    String message = Said.quoted(p.span(), s) + " says nothing.";
    if (p.span().isPresent() && w.words(next, "AND") && next + 1 < w.size()) {
      out.as(
          Level.NOTICE,
          at,
          "",
          message,
          Said.fix("drop it", true, new Span(at.start(), w.get(next + 1).offset()), ""));
    } else {
      out.as(Level.NOTICE, at, "", message);
    }
  }

  private static void twice(Subject s, List<Predicate> all, Findings out) {
    Set<String> seen = new HashSet<>();
    for (Predicate p : all) {
      boolean values =
          p.right().stream()
                  .noneMatch(
                      r -> r.kind() == Operand.Kind.PARAMETER || r.kind() == Operand.Kind.SUBQUERY)
              && !p.left().columns().isEmpty();
      if (values && p.kind() != Predicate.Kind.EXISTS && !p.left().calls().contains("rand")) {
        String key =
            p.group()
                + p.operator()
                + p.negated()
                + p.kind()
                + p.left().kind()
                + Said.quoted(p.left().span(), s)
                + p.right().stream().map(r -> r.kind() + r.text()).collect(Collectors.joining(","));
        if (!seen.add(key)) {
          out.at(
              Said.at(p.span(), s), p.left().text(), Said.quoted(p.span(), s) + " is there twice.");
        }
      }
    }
  }

  private static void chained(Subject s, Findings out) {
    if (s.statement().kind() != Kind.SELECT && s.statement().kind() != Kind.DML) {
      return;
    }
    Words w = Words.of(s);
    boolean condition = false;
    for (int i = 0; i < w.size(); i++) {
      if (w.oneOf(i, "WHERE", "ON", "HAVING")) {
        condition = true;
      } else if (w.oneOf(i, "SET", "SELECT", "GROUP", "ORDER", "LIMIT", "VALUES", "UPDATE")) {
        condition = false;
      } else if (condition
          && isSign(w, i)
          && isSign(w, i + 2)
          && isValue(w, i + 1)
          && isValue(w, i - 1)
          && !w.is(i - 2, TokenType.OPERATOR)
          && isValue(w, i + 3)
          && !w.words(i + 1, "ANY")) {
        out.at(
            w.span(i - 1, i + 3),
            "",
            w.span(i - 1, i + 3).in(s.text())
                + " compares the truth of the first comparison: write AND.");
      }
    }
  }

  private static boolean isSign(Words w, int i) {
    return w.sign(i, "=")
        || w.sign(i, "<")
        || w.sign(i, ">")
        || w.sign(i, "<=")
        || w.sign(i, ">=")
        || w.sign(i, "<>")
        || w.sign(i, "!=");
  }

  private static boolean isValue(Words w, int i) {
    return w.is(i, TokenType.WORD)
        || w.is(i, TokenType.NAME)
        || w.is(i, TokenType.QUOTED_NAME)
        || w.is(i, TokenType.STRING)
        || w.is(i, TokenType.NUMBER);
  }
}
