package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A default must fit its column.
public final class DefaultLiteral implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.default-literal", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A default must fit its column.")
          .because("The server refuses it with error 1067.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 'x');")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(2) DEFAULT 'long');")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT NULL);")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a enum('x', 'y') DEFAULT 'z');")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a datetime(3) DEFAULT " + "CURRENT_TIMESTAMP);")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a tinyint DEFAULT 300);")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT '7');")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(4) DEFAULT 'lang', b "
                  + "decimal(5,2) DEFAULT '0.00', c date DEFAULT '2020-01-01', d bit(1) "
                  + "DEFAULT b'1', e enum('X') DEFAULT 'x');")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.column().type().isLong()) {
        continue;
      }
      c.column()
          .defaultText()
          .flatMap(d -> DefaultFit.reason(c.column(), d, s.target()))
          .ifPresent(
              why ->
                  out.at(
                      c.column().span(),
                      c.object(),
                      "The default of " + c.column().name() + " does not fit: " + why + "."));
    }
  }
}
