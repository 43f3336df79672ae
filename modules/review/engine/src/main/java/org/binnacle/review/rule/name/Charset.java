package org.binnacle.review.rule.name;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// Names should be of ASCII characters.
public final class Charset implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.charset", Level.NOTICE)
          .says("Names should be of ASCII characters.")
          .because("Tools, drivers and shells do not agree about others.")
          .bad("CREATE TABLE 订单 (id int PRIMARY KEY);")
          .bad("CREATE TABLE t (id int PRIMARY KEY, `größe` int);")
          .good("CREATE TABLE t (id int PRIMARY KEY, size int);")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(5) COMMENT 'größe');")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (TableName name : NewNames.tables(s)) {
      if (!ascii(name.name())) {
        out.at(name.span(), name.name(), name.name() + " is not of ASCII characters.");
      }
    }
    for (NewColumn c : s.newColumns()) {
      if (!ascii(c.column().name())) {
        out.at(
            c.column().nameSpan(), c.object(), c.column().name() + " is not of ASCII characters.");
      }
    }
  }

  private static boolean ascii(String name) {
    return name.chars().allMatch(c -> c < 128);
  }
}
