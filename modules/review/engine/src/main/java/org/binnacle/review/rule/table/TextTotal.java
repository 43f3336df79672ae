package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A table should not have many TEXT and BLOB columns.
public final class TextTotal implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.text-total", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A table should not have many TEXT and BLOB columns.")
          .because("Each may lie off the page, and a SELECT * reads them all.")
          .param("max", 5, "TEXT, BLOB and JSON columns of a table")
          .with("max", 2)
          .bad("CREATE TABLE t (a int PRIMARY KEY, b text, c blob, d json);")
          .good("CREATE TABLE t (a int PRIMARY KEY, b text, c blob);")
          .near("CREATE TABLE t (a int PRIMARY KEY, b text, c blob, d varchar(2000));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .ifPresent(
            c -> {
              long n = c.columns().stream().filter(x -> x.type().isLong()).count();
              if (n > out.number("max")) {
                out.at(
                    c.table().span(),
                    c.table().name(),
                    "%d TEXT, BLOB and JSON columns, %d are allowed: put them into a table of their own."
                        .formatted(n, out.number("max")));
              }
            });
  }
}
