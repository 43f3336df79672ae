package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.ddl.RebuildTime;
import org.binnacle.review.live.Sizes;
import org.binnacle.sql.ddl.TableName;

/// A large table should be rebuilt by an online tool.
public final class RebuildLargeTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.rebuild-large-table", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.REPLICA)
          .says("A large table should be rebuilt by an online tool.")
          .because(
              "Replicas stand still for as long as the rebuild takes, and the space is needed twice.")
          .param("min-rows", 1_000_000, "rows from which on a table is large")
          .param("min-mb", 1_024, "size from which on a table is large")
          .schema("CREATE TABLE orders (id int PRIMARY KEY, a int) ENGINE=InnoDB;")
          .live("table orders rows=40000000 mb=8000")
          .bad("ALTER TABLE orders FORCE;")
          .bad("ALTER TABLE orders MODIFY a bigint;")
          .live("table orders rows=400 mb=1")
          .good("ALTER TABLE orders FORCE;")
          .live("table orders rows=40000000 mb=8000")
          .near("ALTER TABLE orders ADD b int;")
          .near("ALTER TABLE orders ADD KEY k (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Optional<Cost> cost = Predicted.of(s).filter(Cost::rebuild);
    if (cost.isEmpty()) {
      return;
    }
    TableName name = s.alters().orElseThrow().table();
    s.liveTable(name)
        .filter(
            t ->
                t.rows() >= out.number("min-rows") || t.bytes() / 1_048_576 >= out.number("min-mb"))
        .ifPresent(
            t ->
                out.at(
                    name.span(),
                    t.name(),
                    "%s has %s and is %s (%s)%s: use an online tool."
                        .formatted(
                            t.name(),
                            t.shown(),
                            cost.get().algorithm() == Cost.Algorithm.COPY ? "copied" : "rebuilt",
                            cost.get().why(),
                            RebuildTime.of(cost.get(), t.size())
                                .map(
                                    d ->
                                        ", about "
                                            + Sizes.shown(d)
                                            + " "
                                            + RebuildTime.assumption())
                                .orElse(""))));
  }
}
