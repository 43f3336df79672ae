package org.binnacle.review.rule.index;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.LiveIndex;
import org.binnacle.review.live.LiveTable;
import org.binnacle.sql.ddl.TableName;

/// An index that nobody reads should go.
public final class Unused implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.unused", Level.NOTICE)
          .needs(Need.REPLICA)
          .says("An index that nobody reads should go with the next change of its table.")
          .because("Each write keeps it up to date.")
          .param(
              "min-uptime-hours",
              168,
              "the server must have run so long for its counts to mean something")
          .param("min-rows", 1_000, "rows of the table below which it is let pass")
          .with("min-uptime-hours", 0)
          .schema("CREATE TABLE orders (id int PRIMARY KEY, a int, KEY k (a)) ENGINE=InnoDB;")
          .live("table orders rows=90000\nindex orders k columns=a cardinality=5 reads=0")
          .bad("ALTER TABLE orders ADD b int;")
          .live("table orders rows=90000\nindex orders k columns=a cardinality=5 reads=7")
          .good("ALTER TABLE orders ADD b int;")
          .live("table orders rows=90000\nindex orders k columns=a cardinality=5 reads=0")
          .near("ALTER TABLE orders DROP INDEX k;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.alters().isEmpty()
        || s.alters().get().asIndexStatement()
        || uptimeHours(s) < out.number("min-uptime-hours")) {
      return;
    }
    TableName name = s.alters().get().table();
    Optional<LiveTable> table = s.liveTable(name).filter(t -> t.rows() >= out.number("min-rows"));
    for (LiveIndex index :
        table.map(t -> t.with(LiveTable.Fact.INDEX_READS).indexes()).orElse(List.of())) {
      boolean kept = s.after().map(t -> t.index(index.name()).isPresent()).orElse(true);
      boolean unused = index.reads().isPresent() && index.reads().getAsLong() == 0;
      if (unused && kept && !index.unique() && !index.primary()) {
        out.at(
            name.span(),
            name.name() + "." + index.name(),
            "Nothing was read by index %s of %s on %s since it started; look at the other servers too."
                .formatted(index.name(), name.name(), s.live().orElseThrow().asked().name()));
      }
    }
  }

  private static long uptimeHours(Subject s) {
    return s.live()
        .orElseThrow()
        .variable("Uptime")
        .filter(v -> v.matches("\\d{1,18}"))
        .map(v -> Long.parseLong(v) / 3_600)
        .orElse(0L);
  }
}
