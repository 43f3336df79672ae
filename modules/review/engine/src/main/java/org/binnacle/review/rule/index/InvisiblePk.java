package org.binnacle.review.rule.index;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// A table should not leave its primary key to the server.
public final class InvisiblePk implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.invisible-pk", Level.NOTICE)
          .needs(Need.REPLICA)
          .since(80_030)
          .says("A table should not leave its primary key to the server.")
          .because(
              "sql_generate_invisible_primary_key adds a column my_row_id here and not where it is off.")
          .live("variable sql_generate_invisible_primary_key ON")
          .bad("CREATE TABLE t (a int);")
          .live("variable sql_generate_invisible_primary_key OFF")
          .good("CREATE TABLE t (a int);")
          .live("variable sql_generate_invisible_primary_key ON")
          .near("CREATE TABLE t (id int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean without =
        s.creates().filter(c -> c.like().isEmpty() && !c.temporary()).isPresent()
            && s.newPrimaryKey().isEmpty();
    if (without
        && s.live()
            .orElseThrow()
            .variable("sql_generate_invisible_primary_key")
            .filter(v -> v.equalsIgnoreCase("ON"))
            .isPresent()) {
      TableName name = s.creates().orElseThrow().table();
      out.at(
          name.span(),
          name.name(),
          "The server will add a hidden primary key my_row_id to " + name.name() + ".");
    }
  }
}
