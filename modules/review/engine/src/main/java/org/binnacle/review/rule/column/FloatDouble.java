package org.binnacle.review.rule.column;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// FLOAT and DOUBLE should not hold exact values.
public final class FloatDouble implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.float-double", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("FLOAT and DOUBLE should not hold exact values.")
          .because("0.1 cannot be kept: sums of money drift and = finds nothing.")
          .param(
              "names",
              List.of(
                  "price", "amount", "total", "balance", "cost", "fee", "money", "tax", "salary",
                  "rate"),
              "words in names of columns that hold exact values; empty for all columns")
          .bad("CREATE TABLE t (id int PRIMARY KEY, total_price float);")
          .bad("CREATE TABLE t (id int PRIMARY KEY, amount double);")
          .good("CREATE TABLE t (id int PRIMARY KEY, total_price decimal(12,2));")
          .near("CREATE TABLE t (id int PRIMARY KEY, latitude double);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().is("float", "double") && isExact(c, out.list("names"))) {
        out.at(
            c.column().type().span(),
            c.object(),
            c.column().name() + " is a " + c.column().type().name() + ": use DECIMAL.");
      }
    }
  }

  private static boolean isExact(NewColumn c, List<String> names) {
    List<String> words = List.of(c.column().name().toLowerCase(Locale.ROOT).split("[_\\d]+"));
    return names.isEmpty() || names.stream().anyMatch(words::contains);
  }
}
