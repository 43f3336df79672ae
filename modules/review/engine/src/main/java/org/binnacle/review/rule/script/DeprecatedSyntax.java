package org.binnacle.review.rule.script;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.ColumnType;

/// What MySQL has deprecated should not be written any more.
public final class DeprecatedSyntax implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax.deprecated", Level.NOTICE)
          .says("What MySQL has deprecated should not be written any more.")
          .because("The next version may refuse it.")
          .server("8.0.36")
          .bad("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a decimal(5,2) unsigned);")
          .bad("SELECT SQL_CALC_FOUND_ROWS id FROM t LIMIT 3;")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(10) CHARACTER SET " + "utf8mb3);")
          .good("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a decimal(5,2));")
          .near("CREATE TABLE t (id int unsigned NOT NULL PRIMARY KEY, a double);")
          .near("SELECT a AS zerofill FROM t;")
          .since(80017)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      ColumnType type = c.column().type();
      String why =
          type.zerofill()
              ? "ZEROFILL"
              : type.unsigned() && type.is("decimal", "float", "double")
                  ? "UNSIGNED of " + type.name().toUpperCase(Locale.ROOT)
                  : type.is("float", "double") && type.scale().isPresent()
                      ? "digits of " + type.name().toUpperCase(Locale.ROOT)
                      : "";
      if (!why.isEmpty()) {
        out.at(type.span(), c.object(), why + " is deprecated.");
      }
      if (type.charset().filter(x -> x.equals("utf8mb3") || x.equals("utf8")).isPresent()) {
        out.at(type.span(), c.object(), "The character set utf8mb3 is deprecated: use utf8mb4.");
      }
    }
    for (Token t : s.tokens()) {
      if (t.isWord(s.text(), "SQL_CALC_FOUND_ROWS")) {
        out.at(Span.of(t), "", "SQL_CALC_FOUND_ROWS is deprecated: ask for COUNT(*) by itself.");
      } else if (t.type() == TokenType.OPERATOR && t.is(s.text(), "&&")) {
        out.at(
            Span.of(t),
            "",
            "&& is deprecated: write AND.",
            new Fix("write AND", List.of(new Edit(Span.of(t), "AND")), true));
      }
    }
  }
}
