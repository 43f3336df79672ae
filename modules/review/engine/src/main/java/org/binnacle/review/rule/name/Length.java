package org.binnacle.review.rule.name;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;

/// Table names should leave room for what tools put before and behind them.
public final class Length implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.length", Level.WARNING)
          .says("Table names should leave room for what tools put before and behind " + "them.")
          .because(
              "gh-ost and pt-osc make _name_gho, _name_old and the like, and a name "
                  + "ends at 64 characters.")
          .param("max", 54, "characters")
          .bad(
              "CREATE TABLE "
                  + "a_table_name_that_is_so_long_that_no_tool_can_add_to_it_any_more (id "
                  + "int PRIMARY KEY);")
          .good("CREATE TABLE a_table_name (id int PRIMARY KEY);")
          .near(
              "CREATE TABLE a_table_name_that_is_long_but_leaves_room_for_tools (id "
                  + "int PRIMARY KEY);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (TableName name : NewNames.tables(s)) {
      int length = name.name().length();
      if (length > out.number("max") && length <= 64) {
        out.at(
            name.span(),
            name.name(),
            "%s has %d characters, %d are allowed."
                .formatted(name.name(), length, out.number("max")));
      }
    }
  }
}
