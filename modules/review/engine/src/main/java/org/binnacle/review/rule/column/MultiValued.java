package org.binnacle.review.rule.column;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A column should hold one value, not a list.
public final class MultiValued implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.multi-valued", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A column should hold one value, not a list.")
          .because("What is in a list cannot be joined, counted or indexed.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, tag_ids varchar(255));")
          .good("CREATE TABLE t_tags (t_id int, tag_id int, PRIMARY KEY (t_id, " + "tag_id));")
          .near("CREATE TABLE t (id int PRIMARY KEY, tag_ids json);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      String name = c.column().name().toLowerCase(Locale.ROOT);
      boolean list = name.endsWith("_ids") || name.endsWith("_list");
      if (list && (c.column().type().is("varchar") || c.column().type().isText())) {
        out.at(
            c.column().nameSpan(), c.object(), c.column().name() + " looks like a list of values.");
      }
    }
  }
}
