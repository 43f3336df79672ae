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
import org.binnacle.sql.query.Query;

/// An alias in a select list should have AS before it.
public final class ImplicitAlias implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.implicit-alias", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("An alias in a select list should have AS before it.")
          .because("Without it a forgotten comma makes an alias of a column.")
          .bad("SELECT a b FROM t WHERE c = 1;")
          .good("SELECT a AS b FROM t WHERE c = 1;")
          .near("SELECT count(*) n FROM t x WHERE c = 1;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, first int, last int);")
          .bad("SELECT id, first last FROM p WHERE id = 1;")
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
    for (Block.Item i : b.items()) {
      if (!i.alias().isEmpty()
          && !i.as()
          && i.operand().isColumn()
          && i.operand().span().isPresent()) {
        boolean comma =
            Scope.of(s, q)
                .column(b, i.operand())
                .filter(f -> f.table().column(i.alias()).isPresent())
                .isPresent();
        int at = i.operand().span().get().end();
        Span place =
            new Span(
                i.operand().span().get().start(),
                Math.min(s.text().length(), at + 1 + i.alias().length()));
        if (comma) {
          out.as(
              Level.WARNING,
              place,
              i.alias(),
              i.alias() + " is a column too: is a comma missing before it?");
        } else {
          out.at(
              place,
              i.alias(),
              i.alias() + " names " + i.operand().text() + ", unless a comma is missing: write AS.",
              new Fix("write AS", List.of(new Edit(new Span(at, at), " AS")), true));
        }
      }
    }
  }
}
