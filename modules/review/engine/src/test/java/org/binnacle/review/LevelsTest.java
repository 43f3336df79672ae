package org.binnacle.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.schema.Table;
import org.binnacle.review.set.RuleSets;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is an error and what is none, where a rule has more than one level: tuned on the schemas of
/// applications that others wrote (see README).
final class LevelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 | ddl.copy-blocks-writes | warning",
        "ALTER TABLE t RENAME COLUMN a TO b | ddl.rename | warning",
        "ALTER TABLE t DROP FOREIGN KEY fk | ddl.drop-pk-fk | warning",
        "ALTER TABLE t DROP PRIMARY KEY | ddl.drop-pk-fk | error",
        "CREATE TABLE t (a int PRIMARY KEY) ENGINE=MyISAM | table.engine | error",
        "CREATE TABLE t (a int PRIMARY KEY) ENGINE=MEMORY | table.engine | warning",
        "CREATE TABLE t (a int) | table.require-pk | error"
      })
  void aRuleThatKnowsLittleIsMild(String sql, String rule, String level) {
    assertThat(level("default", Schema.unknown(), sql, rule)).isEqualTo(level);
  }

  @Test
  void aCopyOfATableThatIsKnownToBeLargeIsAnError() {
    String sql = "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4";
    assertThat(level("default", sized(99_999), sql, "ddl.copy-blocks-writes")).isEqualTo("warning");
    assertThat(level("default", sized(100_000), sql, "ddl.copy-blocks-writes")).isEqualTo("error");
  }

  @Test
  void aStricterSetHasItsOwnLevels() {
    for (String sql :
        List.of(
            "ALTER TABLE t RENAME COLUMN a TO b",
            "ALTER TABLE t DROP FOREIGN KEY fk",
            "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4")) {
      assertThat(
              told("strict", Schema.unknown(), sql).stream()
                  .filter(t -> t.rule().startsWith("ddl."))
                  .filter(t -> t.level() == Level.ERROR))
          .as(sql)
          .isNotEmpty();
    }
  }

  @Test
  void aKeyThatComesAgainIsToldToBePutIntoOneStatement() {
    assertThat(
            told(
                "default",
                Schema.unknown(),
                "ALTER TABLE t DROP PRIMARY KEY;\nALTER TABLE t ADD PRIMARY KEY (a, b)"))
        .anyMatch(
            t ->
                t.rule().equals("ddl.drop-pk-fk")
                    && t.message().contains("line 2 only: put both into one ALTER TABLE"));
  }

  private static Schema sized(long rows) {
    Schema schema =
        SchemaReading.ofScripts(
            List.of("CREATE TABLE t (id int PRIMARY KEY, v varchar(9)) CHARSET=latin1"),
            Target.DEFAULT);
    Table table =
        schema.table(new TableName(java.util.Optional.empty(), "t", new Span(0, 0))).orElseThrow();
    schema.put(table.withSize(new Table.Size(rows, 1, 1)));
    return schema;
  }

  private static String level(String set, Schema schema, String sql, String rule) {
    return told(set, schema, sql).stream()
        .filter(t -> t.rule().equals(rule))
        .map(t -> t.level().word())
        .findFirst()
        .orElse("nothing");
  }

  private static List<Told> told(String set, Schema schema, String sql) {
    return new Review(RuleSets.of(set), Target.DEFAULT, schema, Cancel.never())
        .file("a.sql", sql)
        .open()
        .toList();
  }
}
