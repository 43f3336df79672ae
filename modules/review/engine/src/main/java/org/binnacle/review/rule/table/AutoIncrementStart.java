package org.binnacle.review.rule.table;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A new table should not set where AUTO_INCREMENT begins.
public final class AutoIncrementStart implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.auto-inc-initial", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A new table should not set where AUTO_INCREMENT begins.")
          .because(
              "Such a number is mostly left over from SHOW CREATE TABLE of another " + "table.")
          .bad("CREATE TABLE t (a int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=4711;")
          .good("CREATE TABLE t (a int AUTO_INCREMENT PRIMARY KEY);")
          .near("CREATE TABLE t (a int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .ifPresent(
            c ->
                c.options()
                    .value("auto_increment")
                    .filter(v -> !v.equals("0") && !v.equals("1"))
                    .ifPresent(
                        v ->
                            out.at(
                                c.options().span("auto_increment").orElse(s.head()),
                                c.table().name(),
                                "AUTO_INCREMENT begins at " + v + ".",
                                new Fix(
                                    "take AUTO_INCREMENT=" + v + " away",
                                    List.of(
                                        new Edit(
                                            c.options().span("auto_increment").orElseThrow(), "")),
                                    false))));
  }
}
