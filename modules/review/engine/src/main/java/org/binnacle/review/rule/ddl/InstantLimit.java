package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.LiveTable;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.TableName;

/// A table should be rebuilt before its INSTANT changes are used up.
public final class InstantLimit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.instant-limit", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.REPLICA)
          .since(80_029)
          .says("A table should be rebuilt before its INSTANT changes are used up.")
          .because(
              "After 64 of them (255 from 9.1 on) the server refuses INSTANT (4092), and an ALTER without ALGORITHM rebuilds at a time that nobody chose.")
          .param("left", 8, "changes below which it is told")
          .schema("CREATE TABLE orders (id int PRIMARY KEY, a int) ENGINE=InnoDB;")
          .live("table orders rows=10 versions=60")
          .bad("ALTER TABLE orders ADD b int;")
          .bad("ALTER TABLE orders DROP COLUMN a;")
          .live("table orders rows=10 versions=3")
          .good("ALTER TABLE orders ADD b int;")
          .live("table orders rows=10 versions=60")
          .near("ALTER TABLE orders ADD KEY k (a);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean counts =
        !s.actions(AlterAction.AddColumn.class).isEmpty()
            || !s.actions(AlterAction.DropColumn.class).isEmpty();
    if (!counts) {
      return;
    }
    TableName name = s.alters().orElseThrow().table();
    s.liveTable(name)
        .map(t -> t.with(LiveTable.Fact.ROW_VERSIONS))
        .filter(
            t ->
                t.rowVersions().isPresent()
                    && limit(s) - t.rowVersions().getAsLong() <= out.number("left"))
        .ifPresent(
            t ->
                out.at(
                    name.span(),
                    t.name(),
                    "%s has had %d INSTANT changes of %d: rebuild it (OPTIMIZE TABLE, or an online tool) at a time of your own."
                        .formatted(t.name(), t.rowVersions().getAsLong(), limit(s))));
  }

  /// Tried by `PredictorOnServersTest`.
  private static int limit(Subject s) {
    return s.target().isAtLeast(90_100) ? 255 : 64;
  }
}
