package org.binnacle.review.rule.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;

/// OR of one column should be IN; OR over two tables finds no index.
public final class OrToIn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.or-to-in", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("OR of one column should be IN; OR over two tables finds no index.")
          .because(
              "IN is shorter and is sorted once. A condition of either table by OR "
                  + "can use the index of neither: UNION ALL of two queries can.")
          .bad("SELECT a FROM t WHERE b = 1 OR b = 2;")
          .bad("DELETE FROM t WHERE a = 5 AND (b = 'x' OR b = 'y' OR b = 'z');")
          .bad("SELECT t.a FROM t JOIN u ON t.id = u.id WHERE t.b = 1 OR u.c = 2;")
          .good("SELECT a FROM t WHERE b IN (1, 2);")
          .near("SELECT a FROM t WHERE b = 1 OR c = 2;")
          .near("SELECT a FROM t WHERE b = 1 OR b > 5;")
          .near("SELECT a FROM t WHERE b = 1 OR (b = 2 AND c = 3);")
          .near("SELECT a FROM t WHERE NOT (b = 1 OR b = 2);")
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
    Map<Integer, List<Predicate>> groups = new LinkedHashMap<>();
    for (Predicate p : b.where()) {
      if (p.byOr()) {
        groups.computeIfAbsent(p.group(), g -> new ArrayList<>()).add(p);
      }
    }
    for (List<Predicate> group : groups.values()) {
      List<Predicate> equal = group.stream().filter(OrToIn::isEqual).toList();
      if (equal.size() > 1
          && equal.size() == group.size()
          && equal.stream()
              .allMatch(p -> p.left().text().equalsIgnoreCase(equal.getFirst().left().text()))) {
        in(s, b, equal, out);
      } else if (equal.stream()
                  .map(p -> p.left().columns().getFirst().table().toLowerCase(Locale.ROOT))
                  .filter(t -> !t.isEmpty())
                  .distinct()
                  .count()
              > 1
          && equal.stream().noneMatch(p -> p.left().columns().getFirst().table().isEmpty())) {
        out.at(
            Said.at(equal.getFirst().span(), s),
            "",
            "OR over two tables: the index of neither is used. UNION ALL of two queries uses both.");
      }
    }
  }

  private static boolean isEqual(Predicate p) {
    return p.kind() == Predicate.Kind.COMPARE
        && p.operator().equals("=")
        && !p.negated()
        && p.left().isColumn()
        && p.value().filter(v -> v.isConstant() && v.kind() != Operand.Kind.NULL).isPresent();
  }

  private static void in(Subject s, Block b, List<Predicate> equal, Findings out) {
    Span first = equal.getFirst().span().orElse(null);
    Span last = equal.getLast().span().orElse(null);
    String column = equal.getFirst().left().span().map(x -> x.in(s.text())).orElse("");
    List<String> values =
        equal.stream()
            .flatMap(p -> p.value().flatMap(Operand::span).stream())
            .map(x -> x.in(s.text()))
            .toList();
    String message =
        equal.getFirst().left().text()
            + " is compared with %d values by OR: IN.".formatted(equal.size());
    boolean alone =
        first != null
            && last != null
            && !column.isEmpty()
            && values.size() == equal.size()
            && b.where().stream()
                .filter(p -> !equal.contains(p))
                .noneMatch(
                    p ->
                        p.span()
                            .filter(x -> x.start() >= first.start() && x.end() <= last.end())
                            .isPresent());
    if (first == null || last == null || !alone) {
      out.at(Said.at(equal.getFirst().span(), s), equal.getFirst().left().text(), message);
      return;
    }
    Span all = first.with(last);
    out.at(
        all,
        equal.getFirst().left().text(),
        message,
        Said.fix("write IN", true, all, column + " IN (" + String.join(", ", values) + ")"));
  }
}
