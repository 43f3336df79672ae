package org.binnacle.review.rule.query;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.jspecify.annotations.Nullable;

/// What is not aggregated should be filtered by WHERE.
public final class HavingForWhere implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.having", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("What is not aggregated should be filtered by WHERE.")
          .because("HAVING throws groups away that were made for nothing.")
          .bad("SELECT a, count(*) FROM t GROUP BY a HAVING a > 5;")
          .good("SELECT a, count(*) FROM t WHERE a > 5 GROUP BY a;")
          .near("SELECT a, count(*) c FROM t WHERE b = 1 GROUP BY a HAVING c > 5;")
          .near("SELECT a, count(*) FROM t WHERE b = 1 GROUP BY a HAVING count(*) > 5;")
          .near("SELECT a + b AS c FROM t WHERE d = 1 HAVING c > 5;")
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
    for (Predicate p : b.having()) {
      boolean plain =
          !p.underOr()
              && p.left().isColumn()
              && p.right().stream().allMatch(Operand::isConstant)
              && b.groupBy().stream()
                  .anyMatch(g -> g.isColumn() && g.text().equalsIgnoreCase(p.left().text()))
              && b.items().stream()
                  .noneMatch(
                      i ->
                          i.alias().equalsIgnoreCase(p.left().text())
                              && !i.operand().text().equalsIgnoreCase(p.left().text()));
      if (!plain) {
        continue;
      }
      String message =
          Said.quoted(p.span(), s) + " filters groups that WHERE would not let come to be.";
      Fix fix = b.having().size() == 1 ? fix(s, b, p) : null;
      if (fix == null) {
        out.at(Said.at(p.span(), s), p.left().text(), message);
      } else {
        out.at(Said.at(p.span(), s), p.left().text(), message, fix);
      }
    }
  }

  private static @Nullable Fix fix(Subject s, Block b, Predicate p) {
    Words w = Words.of(s);
    if (b.span().isEmpty() || p.span().isEmpty()) {
      return null;
    }
    int from = w.from(b.span().get().start());
    int group = w.next(from, "GROUP");
    int having = w.next(from, "HAVING");
    int where = w.next(from, "WHERE");
    if (group < 0
        || having < group
        || (where >= 0 && (where > group || b.where().stream().anyMatch(Predicate::underOr)))) {
      return null;
    }
    String condition = p.span().get().in(s.text());
    List<Edit> edits =
        List.of(
            new Edit(
                new Span(w.get(group).offset(), w.get(group).offset()),
                (where >= 0 ? "AND " : "WHERE ") + condition + " "),
            new Edit(new Span(w.get(having - 1).end(), p.span().get().end()), ""));
    return new Fix("filter by WHERE", edits, false);
  }
}
