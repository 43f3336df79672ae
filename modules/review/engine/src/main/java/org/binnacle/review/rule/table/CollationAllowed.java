package org.binnacle.review.rule.table;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Tables should use a collation of the team's list.
public final class CollationAllowed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.collation-allowed", Level.WARNING)
          .off()
          .says("Tables should use a collation of the team's list.")
          .because("Columns of different collations cannot be joined by an index.")
          .param(
              "allowed",
              List.of(
                  "utf8mb4_0900_ai_ci", "utf8mb4_bin", "utf8mb4_unicode_ci", "utf8mb4_general_ci"),
              "collations that may be used")
          .bad("CREATE TABLE t (a int PRIMARY KEY) COLLATE=latin1_swedish_ci;")
          .good("CREATE TABLE t (a int PRIMARY KEY) COLLATE=utf8mb4_0900_ai_ci;")
          .near("CREATE TABLE t (a int PRIMARY KEY) DEFAULT CHARSET=utf8mb4;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (Optioned o : Optioned.of(s)) {
      o.options()
          .value("collate")
          .filter(c -> out.list("allowed").stream().noneMatch(c::equalsIgnoreCase))
          .ifPresent(
              c ->
                  out.at(
                      o.options().span("collate").orElse(s.head()),
                      o.table().name(),
                      "The collation " + c + " is not one of the team's."));
    }
  }
}
