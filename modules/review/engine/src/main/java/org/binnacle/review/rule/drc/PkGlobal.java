package org.binnacle.review.rule.drc;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// The primary key of a table written in several regions must not be a local AUTO_INCREMENT.
public final class PkGlobal implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.pk-global", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says(
              "The primary key of a table written in several regions must not be a "
                  + "local AUTO_INCREMENT.")
          .because(
              "Two regions give the same number to different rows, unless increment "
                  + "and offset differ.")
          .conflictsWith("index.pk-auto-inc")
          .bad("CREATE TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY);")
          .good("CREATE TABLE t (id bigint PRIMARY KEY);")
          .near(
              "CREATE TABLE t (id bigint AUTO_INCREMENT, uid binary(16) PRIMARY KEY, "
                  + "KEY k (id));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      boolean key =
          s.newPrimaryKey()
              .filter(k -> k.parts().stream().anyMatch(p -> p.isOn(c.column().name())))
              .isPresent();
      if (c.column().autoIncrement() && key) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            "Each region numbers "
                + c.column().name()
                + " by itself: use a global key, or auto_increment_increment and _offset.");
      }
    }
  }
}
