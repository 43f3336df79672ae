package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.LiveTable;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.TableName;

/// An index that is used should be made invisible before it is dropped.
public final class DropUsed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.drop-used", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.REPLICA)
          .says("An index that is used should be made invisible before it is dropped.")
          .because(
              "Making it again takes as long as the table is large, and until then its queries scan.")
          .schema("CREATE TABLE orders (id int PRIMARY KEY, a int, KEY k (a)) ENGINE=InnoDB;")
          .live("table orders rows=10\nindex orders k columns=a cardinality=5 reads=900")
          .bad("ALTER TABLE orders DROP INDEX k;")
          .bad("DROP INDEX k ON orders;")
          .live("table orders rows=10\nindex orders k columns=a cardinality=5 reads=0")
          .good("ALTER TABLE orders DROP INDEX k;")
          .live("table orders rows=10\nindex orders k columns=a cardinality=5")
          .near("ALTER TABLE orders DROP INDEX k;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction.DropIndex drop : s.actions(AlterAction.DropIndex.class)) {
      TableName name = s.alters().orElseThrow().table();
      s.liveTable(name)
          .flatMap(t -> t.with(LiveTable.Fact.INDEX_READS).index(drop.index()))
          .filter(i -> i.reads().isPresent() && i.reads().getAsLong() > 0)
          .ifPresent(
              i ->
                  out.at(
                      drop.span(),
                      name.name() + "." + drop.index(),
                      "On %s %,d rows were read by %s since the server started: %s first."
                          .formatted(
                              s.live().orElseThrow().asked().name(),
                              i.reads().getAsLong(),
                              drop.index(),
                              s.target().dialect() == Dialect.MARIADB
                                  ? "ALTER INDEX ... IGNORED"
                                  : s.target().isAtLeast(80_000)
                                      ? "ALTER INDEX ... INVISIBLE"
                                      : "look at who reads it")));
    }
  }
}
