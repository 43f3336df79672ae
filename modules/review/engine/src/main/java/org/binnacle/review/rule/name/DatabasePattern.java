package org.binnacle.review.rule.name;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// Database names should match the team's pattern.
public final class DatabasePattern implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.db-suffix", Level.NOTICE)
          .off()
          .says("Database names should match the team's pattern.")
          .because("Shards and environments are told by it.")
          .param("pattern", "^[a-z][a-z0-9_]*_db$", "regular expression of the whole name")
          .bad("CREATE DATABASE shop;")
          .good("CREATE DATABASE shop_db;")
          .near("DROP DATABASE shop;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.ddl().orElse(null) instanceof Ddl.CreateDatabase db
        && !db.name().matches(out.text("pattern"))) {
      out.at(db.nameSpan(), db.name(), db.name() + " does not match " + out.text("pattern") + ".");
    }
  }
}
