package org.binnacle.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Level;
import org.binnacle.review.Review;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the rules say that a server refuses or cannot do is what the server says.
@Tag("server")
class QueryClaimsTest {
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE a (id int NOT NULL PRIMARY KEY, code varchar(20), n int, small tinyint unsigned,
            d date, e enum('x','y'), m decimal(4,2), KEY k (code), KEY n (n)) DEFAULT CHARSET=utf8mb4""",
          """
          CREATE TABLE b (id int NOT NULL PRIMARY KEY, code varchar(20), n int, v varchar(10), KEY k (code))
            DEFAULT CHARSET=latin1""",
          """
          CREATE TABLE c (id int NOT NULL PRIMARY KEY, code varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL,
            name varchar(9), UNIQUE KEY k (code)) DEFAULT CHARSET=utf8mb4""");

  /// @param code of the error with which the server refuses it; 0 where it takes it
  private record Claim(String rule, String sql, int code) {}

  private static final List<Claim> REFUSED =
      List.of(
          new Claim("query.implicit-conversion", "SELECT 1 FROM a JOIN c ON a.code = c.code", 1267),
          new Claim("query.implicit-conversion", "SELECT 1 FROM a JOIN c USING (code)", 1267),
          new Claim("query.implicit-conversion", "SELECT 1 FROM a JOIN b ON a.code = b.code", 0),
          new Claim(
              "query.subquery-limit", "SELECT 1 FROM a WHERE n IN (SELECT n FROM b LIMIT 2)", 1235),
          new Claim(
              "query.group-nondeterministic", "SELECT code, count(*) FROM a GROUP BY n", 1055),
          new Claim(
              "query.group-nondeterministic",
              "SELECT a.code, b.v FROM a JOIN b ON b.n = a.id GROUP BY a.id",
              1055),
          new Claim("dml.type-mismatch", "INSERT INTO b (id, v) VALUES (1, '12345678901')", 1406),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, small) VALUES (1, 256)", 1264),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, n) VALUES (1, 'x')", 1366),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, d) VALUES (1, '2023-02-29')", 1292),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, e) VALUES (1, 'z')", 1265),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, m) VALUES (1, 99.995)", 1264));

  /// Near the bad ones, and taken: the rules are silent.
  private static final List<Claim> TAKEN =
      List.of(
          new Claim(
              "query.group-nondeterministic", "SELECT code, n, count(*) FROM a GROUP BY id", 0),
          new Claim("query.group-nondeterministic", "SELECT name, code FROM c GROUP BY code", 0),
          new Claim(
              "query.group-nondeterministic",
              "SELECT a.code, sum(b.n) FROM a JOIN b ON b.n = a.id GROUP BY b.n",
              0),
          new Claim(
              "query.group-nondeterministic", "SELECT n, code FROM a WHERE n = 5 GROUP BY code", 0),
          new Claim(
              "query.subquery-limit", "SELECT 1 FROM a WHERE n = (SELECT n FROM b LIMIT 1)", 0),
          new Claim("dml.type-mismatch", "INSERT INTO b (id, v) VALUES (1, '1234567890  ')", 0),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, m, e) VALUES (2, 99.994, 'X')", 0),
          new Claim("dml.type-mismatch", "INSERT INTO a (id, small) VALUES (3, '255')", 0));

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9"})
  void whatTheRulesCallRefusedIsRefused(Distribution distribution) throws SQLException {
    try (var schema = TestSchema.on(TestServers.shared(distribution));
        Connection c = schema.connect();
        Statement s = c.createStatement()) {
      schema.run(TABLES.toArray(String[]::new));
      for (Claim claim : REFUSED) {
        assertThat(code(s, claim.sql())).as(claim.sql()).isEqualTo(claim.code());
        assertThat(told(claim)).as(claim.sql()).isNotEmpty();
      }
      for (Claim claim : TAKEN) {
        assertThat(code(s, claim.sql())).as(claim.sql()).isZero();
        assertThat(told(claim)).as(claim.sql()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9"})
  void aConvertedColumnHasNoIndexAndAConvertedConstantHas(Distribution distribution)
      throws SQLException {
    try (var schema = TestSchema.on(TestServers.shared(distribution));
        Connection c = schema.connect();
        Statement s = c.createStatement()) {
      schema.run(TABLES.toArray(String[]::new));
      s.executeUpdate(
          """
          INSERT INTO a (id, code, n) WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM r WHERE x < 500)
          SELECT x, x, x FROM r""");
      String number = "SELECT id FROM a WHERE code = 5";
      assertThat(key(s, number)).isNotEqualTo("ref");
      assertThat(told(new Claim("query.implicit-conversion", number, 0)))
          .extracting(Told::level)
          .containsExactly(Level.ERROR);
      String text = "SELECT id FROM a WHERE n = '5'";
      assertThat(key(s, text)).isEqualTo("ref");
      assertThat(told(new Claim("query.implicit-conversion", text, 0))).isEmpty();
      String function = "SELECT id FROM a WHERE lower(code) = '5'";
      assertThat(key(s, function)).isNotEqualTo("ref");
      assertThat(told(new Claim("query.function-on-column", function, 0))).hasSize(1);
    }
  }

  private static int code(Statement s, String sql) throws SQLException {
    try {
      s.execute(sql);
      return 0;
    } catch (SQLException e) {
      return e.getErrorCode();
    }
  }

  /// The access type.
  private static String key(Statement s, String sql) throws SQLException {
    try (ResultSet r = s.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + sql)) {
      r.next();
      return String.valueOf(r.getString("type"));
    }
  }

  private static List<Told> told(Claim claim) {
    var on = new RuleSet.Setting(Optional.of(true), Optional.empty(), Map.of());
    var set =
        new RuleSet(
            "test",
            Map.of(claim.rule(), on),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    var tables = new ArrayList<String>();
    TABLES.forEach(t -> tables.add(t + ";"));
    var review =
        new Review(
            set,
            Target.DEFAULT,
            SchemaReading.ofScripts(List.of(String.join("\n", tables)), Target.DEFAULT),
            Cancel.never());
    return review
        .file("x.sql", claim.sql() + ";")
        .all()
        .filter(t -> t.rule().equals(claim.rule()))
        .toList();
  }
}
