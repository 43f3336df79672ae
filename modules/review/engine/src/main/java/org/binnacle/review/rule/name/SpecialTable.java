package org.binnacle.review.rule.name;

import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// A table should not be called dual or like a system schema.
public final class SpecialTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.special-table", Level.NOTICE)
          .says("A table should not be called dual or like a system schema.")
          .because("Readers and tools take it for something else.")
          .bad("CREATE TABLE `dual` (id int PRIMARY KEY);")
          .bad("CREATE TABLE sys (id int PRIMARY KEY);")
          .good("CREATE TABLE duals (id int PRIMARY KEY);")
          .near("SELECT 1 FROM dual;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (TableName name : NewNames.tables(s)) {
      if (Set.of("dual", "sys", "mysql", "information_schema", "performance_schema")
          .contains(name.name().toLowerCase(Locale.ROOT))) {
        out.at(name.span(), name.name(), name.name() + " has a meaning of its own.");
      }
    }
  }
}
