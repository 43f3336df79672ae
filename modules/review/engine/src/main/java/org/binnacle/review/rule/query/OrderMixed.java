package org.binnacle.review.rule.query;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// ORDER BY should go one way.
public final class OrderMixed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.order-mixed-direction", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("ORDER BY should go one way.")
          .because(
              "ASC and DESC together want an index with those very directions, which "
                  + "8.0 has and earlier servers read past.")
          .bad("SELECT a FROM t WHERE c = 1 ORDER BY a ASC, b DESC;")
          .good("SELECT a FROM t WHERE c = 1 ORDER BY a DESC, b DESC;")
          .near("SELECT a FROM t WHERE c = 1 ORDER BY a DESC;")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k (a, b DESC));")
          .near("SELECT a FROM t WHERE id > 1 ORDER BY a DESC, b ASC;")
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
    List<Block.Order> orders = b.orderBy();
    if (orders.size() < 2
        || orders.stream().allMatch(o -> o.descending() == orders.getFirst().descending())
        || orders.stream().anyMatch(o -> !o.operand().isColumn())) {
      return;
    }
    Table table =
        b.tables().size() == 1 ? Scope.of(s, q).table(b.tables().getFirst()).orElse(null) : null;
    boolean served =
        table != null
            && s.target().isAtLeast(80000)
            && table.indexes().stream().anyMatch(i -> serves(i, orders));
    if (!served) {
      out.at(
          Said.at(orders.getFirst().operand().span(), s),
          "",
          "ASC and DESC together are sorted, unless an index has these directions.");
    }
  }

  /// Whether an index has somewhere these columns in a row, all as asked or all the other way.
  private static boolean serves(IndexDef index, List<Block.Order> orders) {
    List<KeyPart> parts = index.parts();
    for (int from = 0; from + orders.size() <= parts.size(); from++) {
      boolean same = true;
      boolean turned = true;
      for (int i = 0; i < orders.size(); i++) {
        KeyPart part = parts.get(from + i);
        boolean on = part.isOn(orders.get(i).operand().columns().getFirst().name());
        same &= on && part.descending() == orders.get(i).descending();
        turned &= on && part.descending() != orders.get(i).descending();
      }
      if (same || turned) {
        return true;
      }
    }
    return false;
  }
}
