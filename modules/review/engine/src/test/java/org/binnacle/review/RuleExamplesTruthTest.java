package org.binnacle.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.binnacle.review.rule.Rules;
import org.binnacle.sql.Quote;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The verdict on the statements of all rules' pages against real servers: what these take by
/// PREPARE must not be called wrong, and what they refuse with error 1064 must not pass.
@Tag("server")
class RuleExamplesTruthTest {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9"})
  void examplesAreWhatServersSayTheyAre(Distribution distribution) throws SQLException {
    Target target =
        Target.of(distribution == Distribution.MYSQL_9 ? "9.7.0" : "8.0.33", "DEFAULT")
            .orElseThrow();
    var parser = new SqlParser(target);
    int valid = 0;
    int accepted = 0;
    int invalid = 0;
    var wrong = new ArrayList<String>();
    var missed = new ArrayList<String>();
    try (var schema = TestSchema.on(TestServers.shared(distribution));
        Connection connection = schema.connect();
        Statement ask = connection.createStatement()) {
      for (String sql : statements()) {
        boolean taken = taken(ask, sql);
        Parsed parsed = parser.parse(sql);
        if (taken) {
          valid++;
          accepted += parsed instanceof Parsed.Understood ? 1 : 0;
          if (parsed instanceof Parsed.Wrong w) {
            wrong.add(w.error().message() + ": " + sql);
          }
        } else {
          invalid++;
          if (parsed instanceof Parsed.Understood) {
            missed.add(sql);
          }
        }
      }
    }
    System.out.printf(
        "%s, examples of rules: %d valid, %d accepted, called wrong %s; %d invalid, accepted %s%n",
        distribution, valid, accepted, wrong, invalid, missed);
    assertThat(valid).isGreaterThan(500);
    assertThat(100.0 * accepted / valid).isGreaterThanOrEqualTo(98);
    assertThat(missed.size()).isLessThanOrEqualTo(Math.max(1, invalid * 9 / 100));
  }

  /// Those of examples for other versions are left out.
  private static Set<String> statements() {
    var all = new LinkedHashSet<String>();
    for (Rule rule : Rules.shipped()) {
      for (Example example : rule.info().examples()) {
        if (example.version().isEmpty()) {
          for (String script : List.of(example.schema(), example.script())) {
            Script.cut(script, SqlModes.DEFAULT).statements().forEach(s -> all.add(s.text()));
          }
        }
      }
    }
    return all;
  }

  private static boolean taken(Statement ask, String sql) throws SQLException {
    ask.execute("SET @text = " + Quote.string(sql, SqlModes.DEFAULT));
    try {
      ask.execute("PREPARE truth FROM @text");
      return true;
    } catch (SQLException e) {
      return e.getErrorCode() != 1064;
    }
  }
}
