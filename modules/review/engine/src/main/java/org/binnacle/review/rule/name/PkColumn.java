package org.binnacle.review.rule.name;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// An AUTO_INCREMENT column should be called as the team calls it.
public final class PkColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.pk-column", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("An AUTO_INCREMENT column should be called as the team calls it.")
          .because("Tools and programs rely on it.")
          .param("name", "id", "the name")
          .bad("CREATE TABLE t (t_id int AUTO_INCREMENT PRIMARY KEY);")
          .good("CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY);")
          .near("CREATE TABLE t (t_id int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().autoIncrement() && !c.column().name().equalsIgnoreCase(out.text("name"))) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            c.column().name() + " should be called " + out.text("name") + ".");
      }
    }
  }
}
