package org.binnacle.review.rule.name;

import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// Table names should not mix capitals and small letters.
public final class MixedCase implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.mixed-case", Level.NOTICE)
          .off()
          .says("Table names should not mix capitals and small letters.")
          .because(
              "lower_case_table_names differs between platforms and cannot be " + "changed later.")
          .bad("CREATE TABLE orderItems (id int PRIMARY KEY);")
          .good("CREATE TABLE order_items (id int PRIMARY KEY);")
          .near("CREATE TABLE t (id int PRIMARY KEY, orderItem int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (TableName name : NewNames.tables(s)) {
      if (!name.name().equals(name.name().toLowerCase(Locale.ROOT))) {
        out.at(name.span(), name.name(), name.name() + " has capital letters.");
      }
    }
  }
}
