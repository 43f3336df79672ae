package org.binnacle.review.rule.name;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Table names should begin with the team's prefix.
public final class TablePrefix implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.table-prefix", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("Table names should begin with the team's prefix.")
          .because("The name then tells whose the table is.")
          .param("prefix", "", "the prefix")
          .with("prefix", "shop_")
          .bad("CREATE TABLE orders (id int PRIMARY KEY);")
          .good("CREATE TABLE shop_orders (id int PRIMARY KEY);")
          .near("CREATE TEMPORARY TABLE orders (id int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> !c.temporary() && !c.table().name().startsWith(out.text("prefix")))
        .ifPresent(
            c ->
                out.at(
                    c.table().span(),
                    c.table().name(),
                    c.table().name() + " does not begin with " + out.text("prefix") + "."));
  }
}
