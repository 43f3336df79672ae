package org.binnacle.review.rule.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// DISTINCT should have something to do.
public final class UselessDistinct implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.distinct", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("DISTINCT should have something to do.")
          .because(
              "It sorts or fills a temporary table to drop rows that cannot be there " + "twice.")
          .bad("SELECT DISTINCT a, COUNT(*) FROM t GROUP BY a;")
          .bad("SELECT DISTINCT COUNT(*) FROM t WHERE a = 1;")
          .good("SELECT DISTINCT a FROM t WHERE b = 1;")
          .near("SELECT DISTINCT a FROM t GROUP BY a, b;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int);")
          .bad("SELECT DISTINCT id, a FROM p WHERE a > 1;")
          .bad("SELECT DISTINCT * FROM p WHERE a > 1;")
          .near("SELECT DISTINCT p.id FROM p JOIN q ON q.p_id = p.id;")
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
    if (!b.distinct() || b.items().isEmpty()) {
      return;
    }
    Set<String> shown = new HashSet<>();
    b.items()
        .forEach(
            i -> {
              shown.add(i.operand().text().toLowerCase(Locale.ROOT));
              shown.add(i.alias().toLowerCase(Locale.ROOT));
            });
    boolean grouped =
        !b.groupBy().isEmpty()
            && b.groupBy().stream()
                .allMatch(g -> shown.contains(g.text().toLowerCase(Locale.ROOT)));
    boolean one =
        b.groupBy().isEmpty() && b.items().stream().allMatch(i -> i.operand().hasAggregate());
    Table table =
        b.tables().size() == 1 ? Scope.of(s, q).table(b.tables().getFirst()).orElse(null) : null;
    boolean star = b.items().stream().anyMatch(Block.Item::isStar);
    Set<String> columns = new HashSet<>();
    b.items()
        .forEach(
            i -> {
              if (i.operand().isColumn()) {
                columns.add(i.operand().columns().getFirst().name().toLowerCase(Locale.ROOT));
              }
            });
    boolean keyed =
        table != null
            && b.groupBy().isEmpty()
            && table.primaryKey().filter(k -> star || Scope.covers(k, columns)).isPresent();
    if (grouped || one || keyed) {
      Words w = Words.of(s);
      int i = w.from(b.span().map(Span::start).orElse(0));
      int at = w.words(i + 1, "DISTINCT") ? i + 1 : -1;
      String why =
          keyed
              ? "the primary key is selected"
              : one ? "there is one row" : "each group is one row";
      Span place = at < 0 ? s.head() : w.span(at);
      String message = "DISTINCT drops nothing: " + why + ".";
      if (at < 0) {
        out.at(place, "", message);
      } else {
        out.at(
            place,
            "",
            message,
            Said.fix("drop DISTINCT", true, new Span(place.start(), w.get(at + 1).offset()), ""));
      }
    }
  }
}
