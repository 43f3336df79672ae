package org.binnacle.review.rule.script;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Token;

/// What the target's version no longer has must not be written.
public final class VersionRemoved implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax.version-removed", Level.ERROR)
          .says("What the target's version no longer has must not be written.")
          .because("The script fails there.")
          .server("8.4.0")
          .bad("CHANGE MASTER TO MASTER_HOST = 'h';")
          .bad("SHOW SLAVE STATUS;")
          .bad("RESET MASTER;")
          .server("8.0.36")
          .bad("SELECT SQL_CACHE a FROM t;")
          .bad("FLUSH QUERY CACHE;")
          .good("CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'h';")
          .near("SHOW SLAVE STATUS;")
          .near("SELECT 'SHOW SLAVE STATUS';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  private static final Map<String, Integer> GONE =
      Map.ofEntries(
          Map.entry("CHANGE MASTER", 80400),
          Map.entry("SHOW SLAVE", 80400),
          Map.entry("SHOW MASTER", 80400),
          Map.entry("RESET MASTER", 80400),
          Map.entry("RESET SLAVE", 80400),
          Map.entry("START SLAVE", 80400),
          Map.entry("STOP SLAVE", 80400),
          Map.entry("PURGE MASTER", 80400),
          Map.entry("FLUSH HOSTS", 80400),
          Map.entry("FLUSH QUERY", 80000),
          Map.entry("FLUSH DES_KEY_FILE", 80000),
          Map.entry("RESET QUERY", 80000),
          Map.entry("SELECT SQL_CACHE", 80000),
          Map.entry("EXPLAIN EXTENDED", 80000),
          Map.entry("EXPLAIN PARTITIONS", 80000),
          Map.entry("ALTER IGNORE", 50700));

  @Override
  public void check(Subject s, Findings out) {
    List<Token> all = s.tokens();
    if (all.size() < 2 || s.target().dialect() == Dialect.MARIADB) {
      return;
    }
    String start =
        (all.get(0).in(s.text()) + " " + all.get(1).in(s.text())).toUpperCase(Locale.ROOT);
    int since = GONE.getOrDefault(start, Integer.MAX_VALUE);
    if (s.target().isAtLeast(since)) {
      out.at(
          s.head(),
          "",
          "%s is gone since %d.%d.".formatted(start, since / 10_000, since / 100 % 100));
    }
  }
}
