package org.binnacle.review.rule.column;

import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A password should be kept as a salted hash.
public final class PlainPassword implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.plain-password", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A password should be kept as a salted hash.")
          .because("Whoever reads the table, a backup or the binlog has it.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, password varchar(20));")
          .good("CREATE TABLE t (id int PRIMARY KEY, password_hash varchar(255));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, password varbinary(255), "
                  + "password_changed_at datetime);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      String name = c.column().name().toLowerCase(Locale.ROOT);
      boolean secret =
          Set.of("password", "passwd", "pwd", "pass", "user_password", "passphrase").contains(name);
      if (secret
          && c.column().type().is("varchar", "char")
          && c.column().type().length().orElse(0) < 60) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            c.column().name() + " is too short for a salted hash: it holds the password itself?");
      }
    }
  }
}
