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
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.TableUse;

/// A join that only filters should be EXISTS.
public final class ExistsForDistinct implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.exists-vs-distinct", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A join that only filters should be EXISTS.")
          .because(
              "DISTINCT throws away afterwards the rows that the join has doubled; "
                  + "EXISTS stops at the first partner.")
          .bad(
              "SELECT DISTINCT o.id, o.name FROM owners o JOIN cars c ON c.owner_id "
                  + "= o.id WHERE c.red = 1;")
          .good(
              "SELECT o.id FROM owners o WHERE EXISTS (SELECT 1 FROM cars c WHERE "
                  + "c.owner_id = o.id);")
          .near(
              "SELECT DISTINCT o.id, c.colour FROM owners o JOIN cars c ON " + "c.owner_id = o.id;")
          .near("SELECT DISTINCT o.id FROM owners o LEFT JOIN cars c ON c.owner_id = " + "o.id;")
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
    if (!b.distinct()
        || b.joins().size() != 1
        || b.joins().getFirst().type() != Join.Type.INNER
        || b.tables().size() != 2) {
      return;
    }
    Set<String> from = new HashSet<>();
    for (Block.Item i : b.items()) {
      if (i.operand().columns().isEmpty() && !i.operand().text().endsWith(".*")) {
        return;
      }
      if (i.operand().text().endsWith(".*")) {
        from.add(
            i.operand()
                .text()
                .substring(0, i.operand().text().length() - 2)
                .toLowerCase(Locale.ROOT));
      }
      i.operand().columns().forEach(c -> from.add(c.table().toLowerCase(Locale.ROOT)));
    }
    b.orderBy()
        .forEach(
            o ->
                o.operand()
                    .columns()
                    .forEach(
                        c -> {
                          if (!c.table().isEmpty()) {
                            from.add(c.table().toLowerCase(Locale.ROOT));
                          }
                        }));
    if (from.size() != 1 || from.contains("") || b.tables().stream().anyMatch(TableUse::derived)) {
      return;
    }
    String kept = from.iterator().next();
    b.tables().stream()
        .filter(t -> !t.called().equalsIgnoreCase(kept))
        .findFirst()
        .ifPresent(
            t ->
                out.at(
                    Said.at(t.span(), s),
                    t.called(),
                    t.called() + " only filters, and DISTINCT undoes what it doubles: EXISTS."));
  }
}
