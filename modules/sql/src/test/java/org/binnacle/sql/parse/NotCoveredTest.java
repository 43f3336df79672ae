package org.binnacle.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What servers take and our grammar does not know is not reviewed, with a reason; to call it wrong
/// would stop people who are right.
final class NotCoveredTest {
  private final SqlParser parser = new SqlParser(Target.of("9.7.0", "DEFAULT").orElseThrow());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW PROCEDURE STATUS LIKE 'x%'",
        "SHOW FUNCTION CODE f",
        "CREATE LIBRARY l LANGUAGE JAVASCRIPT AS 'x'",
        "ALTER LIBRARY l COMMENT 'x'",
        "DROP LIBRARY IF EXISTS l",
        "CREATE SPATIAL REFERENCE SYSTEM 4120 NAME 'x' DEFINITION 'y'",
        "ALTER INSTANCE RELOAD TLS",
        "ALTER DATABASE CHARACTER SET utf8mb4",
        "ALTER TABLE t DISCARD PARTITION p0 TABLESPACE",
        "FLUSH TABLES db.t",
        "RESET PERSIST x",
        "LOAD DATA INFILE '/x' INTO TABLE t (a, @b) SET c = @b",
        "SELECT JSON_VALUE(a, '$.x' RETURNING SIGNED) FROM t",
        "GRANT SELECT ON *.* TO u AS v WITH ROLE r"
      })
  void theServersTakeItAndItIsNotCalledWrong(String sql) {
    assertThat(parser.parse(sql)).as(sql).isNotInstanceOf(Parsed.Wrong.class);
    if (parser.parse(sql) instanceof Parsed.NotReviewed not) {
      assertThat(not.reason()).isNotBlank();
    }
  }
}
