package org.binnacle.review.rule.ddl;

import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// Partitions should not be dropped, truncated or exchanged unawares.
public final class PartitionOperation implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.partition-op", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("Partitions should not be dropped, truncated or exchanged unawares.")
          .because("Their rows go at once, and the binlog holds nothing to reverse it " + "from.")
          .bad("ALTER TABLE t DROP PARTITION p0;")
          .bad("ALTER TABLE t TRUNCATE PARTITION p0;")
          .bad("ALTER TABLE t EXCHANGE PARTITION p0 WITH TABLE u;")
          .good("ALTER TABLE t ADD PARTITION (PARTITION p9 VALUES LESS THAN (10));")
          .near("ALTER TABLE t ANALYZE PARTITION p0;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction.OnPartitions p : s.actions(AlterAction.OnPartitions.class)) {
      if (Set.of("DROP", "TRUNCATE", "EXCHANGE", "DISCARD").contains(p.verb())) {
        out.at(
            p.span(),
            s.tableName().orElseThrow().name(),
            p.verb() + " of partition " + String.join(", ", p.partitions()) + " with its rows.");
      } else if (Set.of("REORGANIZE", "COALESCE").contains(p.verb())) {
        out.as(
            Level.WARNING,
            p.span(),
            s.tableName().orElseThrow().name(),
            p.verb() + " copies the rows of the partitions.");
      }
    }
  }
}
