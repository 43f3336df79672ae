package org.binnacle.review.rule.table;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// Tables should use a character set of the team's list.
public final class CharsetAllowed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.charset-allowed", Level.WARNING)
          .says("Tables should use a character set of the team's list.")
          .because("utf8mb3 has no emoji and no rare Han characters; latin1 has fewer.")
          .param(
              "allowed", List.of("utf8mb4", "binary", "ascii"), "character sets that may be used")
          .bad("CREATE TABLE t (a int PRIMARY KEY) DEFAULT CHARSET=latin1;")
          .bad("CREATE TABLE t (a int PRIMARY KEY, b varchar(10) CHARACTER SET utf8);")
          .bad("ALTER TABLE t CONVERT TO CHARACTER SET utf8mb3;")
          .good("CREATE TABLE t (a int PRIMARY KEY) DEFAULT CHARSET=utf8mb4;")
          .near("CREATE TABLE t (a int PRIMARY KEY, latin1 varchar(10));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    List<String> allowed = out.list("allowed");
    for (Optioned o : Optioned.of(s)) {
      o.options()
          .value("charset")
          .filter(c -> !allowed.contains(c.toLowerCase(Locale.ROOT)))
          .ifPresent(
              c ->
                  out.at(
                      o.options().span("charset").orElse(s.head()),
                      o.table().name(),
                      said(c, allowed)));
    }
    for (NewColumn c : s.newColumns()) {
      c.column()
          .type()
          .charset()
          .filter(x -> !allowed.contains(x))
          .ifPresent(x -> out.at(c.column().type().span(), c.object(), said(x, allowed)));
    }
    for (AlterAction.ConvertCharset c : s.actions(AlterAction.ConvertCharset.class)) {
      if (!allowed.contains(c.charset()) && !c.charset().equals("DEFAULT")) {
        out.at(c.span(), "", said(c.charset(), allowed));
      }
    }
  }

  private static String said(String charset, List<String> allowed) {
    return "The character set " + charset + " is not one of " + String.join(", ", allowed) + ".";
  }
}
