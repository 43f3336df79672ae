package org.binnacle.review.rule.valid;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;

/// Names end at 64 characters, comments of columns and indexes at 1024, of tables at 2048.
public final class IdentifierLength implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.identifier-length", Level.ERROR)
          .says(
              "Names end at 64 characters, comments of columns and indexes at 1024, "
                  + "of tables at 2048.")
          .because("The server refuses it with error 1059 or 1628 to 1688.")
          .bad(
              "CREATE TABLE "
                  + "a_table_name_that_is_so_long_that_the_server_itself_does_not_take_it "
                  + "(id int PRIMARY KEY);")
          .good("CREATE TABLE t (id int PRIMARY KEY);")
          .near(
              "SELECT 1 AS "
                  + "an_alias_may_be_longer_than_sixty_four_characters_as_it_is_no_name_of_an_object;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.tableName().ifPresent(t -> name(t.span(), t.name(), out));
    for (NewColumn c : s.newColumns()) {
      name(c.column().nameSpan(), c.column().name(), out);
      if (c.column().comment().orElse("").length() > 1024) {
        out.at(c.column().span(), c.object(), "The comment is longer than 1024 characters.");
      }
    }
    for (NewIndex n : s.newIndexes()) {
      n.index().name().ifPresent(x -> name(n.index().nameSpan(), x, out));
    }
  }

  private static void name(Span span, String name, Findings out) {
    if (name.codePointCount(0, name.length()) > 64) {
      out.at(span, name, "The name is longer than 64 characters.");
    }
  }
}
