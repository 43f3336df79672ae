package org.binnacle.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Example;
import org.binnacle.review.Fix;
import org.binnacle.review.Review;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the fixes of the rules about queries and writes make of a statement.
class QueryFixesTest {
  private static final String SCHEMA =
      "CREATE TABLE p (id int PRIMARY KEY, a int NOT NULL, `order` varchar(9), secret int INVISIBLE);";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "query.or-to-in | SELECT a FROM t WHERE c = 9 AND (b = 1 OR b = 2) | SELECT a FROM t WHERE c = 9 AND (b IN (1, 2))",
        "query.or-to-in | SELECT a FROM t WHERE t.b = 'x' OR t.b = 'y' | SELECT a FROM t WHERE t.b IN ('x', 'y')",
        "query.union-all | SELECT 1 UNION SELECT 2 | SELECT 1 UNION ALL SELECT 2",
        "query.count-col | SELECT COUNT(1), COUNT(id) FROM p WHERE a = 1 | SELECT COUNT(*), COUNT(id) FROM p WHERE a = 1",
        "query.having | SELECT a FROM t GROUP BY a HAVING a > 5 | SELECT a FROM t WHERE a > 5 GROUP BY a",
        "query.having | SELECT a FROM t WHERE b = 1 GROUP BY a HAVING a > 5 ORDER BY a | SELECT a FROM t WHERE b = 1 AND a > 5 GROUP BY a ORDER BY a",
        "query.distinct | SELECT DISTINCT id, a FROM p WHERE a > 1 | SELECT id, a FROM p WHERE a > 1",
        "query.date-literal | SELECT a FROM t WHERE d > 2024-01-31 | SELECT a FROM t WHERE d > '2024-01-31'",
        "query.redundant-condition | DELETE FROM t WHERE 1 = 1 AND a = 5 | DELETE FROM t WHERE a = 5",
        "query.select-star | SELECT * FROM p WHERE a = 1 | SELECT id, a, `order` FROM p WHERE a = 1",
        "query.select-star | SELECT x.* FROM p x WHERE a = 1 | SELECT x.id, x.a, x.`order` FROM p x WHERE a = 1",
        "query.function-on-column | SELECT a FROM t WHERE date(d) = '2024-01-31' AND b = 1 | SELECT a FROM t WHERE (d >= '2024-01-31' AND d < '2024-01-31' + INTERVAL 1 DAY) AND b = 1",
        "query.like-no-wildcard | SELECT a FROM t WHERE b NOT LIKE 'x' | SELECT a FROM t WHERE b <> 'x'",
        "query.implicit-conversion | SELECT a FROM p WHERE `order` = 5 | SELECT a FROM p WHERE `order` = '5'",
        "query.implicit-alias | SELECT a b FROM t WHERE c = 1 | SELECT a AS b FROM t WHERE c = 1",
        "query.sum-null | SELECT SUM(a) FROM t WHERE b = 1 | SELECT COALESCE(SUM(a), 0) FROM t WHERE b = 1",
        "dml.eq-null | DELETE FROM t WHERE a = NULL | DELETE FROM t WHERE a IS NULL",
        "dml.eq-null | DELETE FROM t WHERE a <> NULL AND b = 1 | DELETE FROM t WHERE a IS NOT NULL AND b = 1",
        "dml.insert-columns | INSERT INTO p VALUES (1, 2, 'x') | INSERT INTO p (id, a, `order`) VALUES (1, 2, 'x')",
        "dml.order-by | DELETE FROM t WHERE a = 1 ORDER BY b | DELETE FROM t WHERE a = 1",
        "dml.set-and | UPDATE t SET a = 1 AND b = 2 AND c = 3 WHERE d = 4 | UPDATE t SET a = 1, b = 2, c = 3 WHERE d = 4",
        "dml.odku | INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE b = VALUES(b) | INSERT INTO t (a, b) VALUES (1, 2) AS new ON DUPLICATE KEY UPDATE b = new.b"
      })
  void aFixWritesWhatItSays(String rule, String before, String after) {
    Fix fix =
        fixes(Rules.info(rule).orElseThrow(), before, SCHEMA, Target.DEFAULT, Map.of()).getFirst();
    assertThat(fix.on(before)).isEqualTo(after);
  }

  static Stream<RuleInfo> rules() {
    return Rules.infos().stream()
        .filter(r -> r.family().equals("query") || r.family().equals("dml"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyFixOfAnExampleIsReadAgain(RuleInfo rule) {
    for (Example e : rule.examples()) {
      Target target =
          e.version().isEmpty() ? Target.DEFAULT : Target.of(e.version(), "DEFAULT").orElseThrow();
      SqlParser parser = new SqlParser(target);
      for (StatementReport s : review(rule, e.script(), e.schema(), target, e.params())) {
        for (Told t : s.findings()) {
          t.fix()
              .ifPresent(
                  f ->
                      assertThat(parser.parse(f.on(s.text())))
                          .as(f.on(s.text()))
                          .isInstanceOf(Parsed.Understood.class));
        }
      }
    }
  }

  @Test
  void aFixOfPlacesBehindLettersBeyondTheFirstPlaneIsRight() {
    String sql = "SELECT '😀', COUNT(1) FROM t WHERE a = 'ä😀' AND b = 2";
    Fix fix =
        fixes(Rules.info("query.count-col").orElseThrow(), sql, "", Target.DEFAULT, Map.of())
            .getFirst();
    assertThat(fix.on(sql)).isEqualTo(sql.replace("COUNT(1)", "COUNT(*)"));
  }

  private static List<Fix> fixes(
      RuleInfo rule, String sql, String schema, Target target, Map<String, Object> params) {
    return review(rule, sql, schema, target, params).stream()
        .flatMap(s -> s.findings().stream())
        .filter(t -> t.rule().equals(rule.id()))
        .flatMap(t -> t.fix().stream())
        .toList();
  }

  private static List<StatementReport> review(
      RuleInfo rule, String sql, String ddl, Target target, Map<String, Object> params) {
    Schema schema = ddl.isEmpty() ? Schema.given() : SchemaReading.ofScripts(List.of(ddl), target);
    var on = new RuleSet.Setting(Optional.of(true), Optional.empty(), params);
    var set =
        new RuleSet(
            "test",
            Map.of(rule.id(), on),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Review(set, target, schema, Cancel.never()).file("x.sql", sql).statements();
  }
}
