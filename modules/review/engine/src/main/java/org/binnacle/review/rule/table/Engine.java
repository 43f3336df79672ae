package org.binnacle.review.rule.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Tables must be kept by an engine of the team's list.
public final class Engine implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.engine", Level.ERROR)
          .says("Tables must be kept by an engine of the team's list.")
          .because(
              "MyISAM and the like lose rows in a crash and lock whole tables. Engines that are chosen for what they leave out, such as MEMORY, are told as a warning.")
          .param("allowed", List.of("InnoDB"), "engines that may be used")
          .bad("CREATE TABLE t (a int PRIMARY KEY) ENGINE=MyISAM;")
          .bad("ALTER TABLE t ENGINE = MEMORY;")
          .good("CREATE TABLE t (a int PRIMARY KEY) ENGINE=InnoDB;")
          .near("CREATE TABLE t (a int PRIMARY KEY) ENGINE='innodb';")
          .near("CREATE TEMPORARY TABLE t (a int) ENGINE=MEMORY;")
          .build();

  /// Nobody writes these by habit.
  private static final Set<String> CHOSEN =
      Set.of(
          "MEMORY",
          "HEAP",
          "BLACKHOLE",
          "ARCHIVE",
          "FEDERATED",
          "CONNECT",
          "ROCKSDB",
          "NDB",
          "NDBCLUSTER",
          "COLUMNSTORE",
          "SEQUENCE",
          "SPIDER",
          "S3");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (Optioned o : Optioned.of(s)) {
      o.options()
          .value("engine")
          .filter(e -> !o.temporary())
          .filter(e -> out.list("allowed").stream().noneMatch(e::equalsIgnoreCase))
          .ifPresent(
              e ->
                  out.as(
                      CHOSEN.contains(e.toUpperCase(Locale.ROOT)) ? Level.WARNING : out.level(),
                      o.options().span("engine").orElse(s.head()),
                      o.table().name(),
                      "Engine "
                          + e
                          + " is not one of "
                          + String.join(", ", out.list("allowed"))
                          + "."));
    }
  }
}
