package org.binnacle.review.rule.name;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Keywords;
import org.binnacle.sql.ddl.TableName;

/// A name should not be a reserved word.
public final class ReservedWord implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.reserved-word", Level.WARNING)
          .says("A name should not be a reserved word.")
          .because("Every statement must quote it, and the one that forgets fails.")
          .bad("CREATE TABLE `order` (id int PRIMARY KEY);")
          .bad("CREATE TABLE t (id int PRIMARY KEY, `rank` int);")
          .good("CREATE TABLE orders (id int PRIMARY KEY);")
          .near("CREATE TABLE t (id int PRIMARY KEY, `name` varchar(20), status int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Keywords words = Keywords.of(s.target().dialect());
    for (TableName name : NewNames.tables(s)) {
      if (words.isReserved(name.name())) {
        out.at(name.span(), name.name(), name.name() + " is a reserved word.");
      }
    }
    for (NewColumn c : s.newColumns()) {
      if (c.origin() != NewColumn.Origin.MODIFY && words.isReserved(c.column().name())) {
        out.at(c.column().nameSpan(), c.object(), c.column().name() + " is a reserved word.");
      }
    }
  }
}
