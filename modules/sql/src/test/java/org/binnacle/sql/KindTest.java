package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT 1                                            | SELECT
          (SELECT 1) UNION (SELECT 2)                         | SELECT
          /* x */ select 1                                    | SELECT
          WITH a AS (SELECT 1) SELECT * FROM a                | SELECT
          WITH a AS (SELECT 1) UPDATE t, a SET x = 1          | DML
          WITH RECURSIVE a (n) AS (SELECT 1) DELETE FROM t    | DML
          TABLE t                                             | SELECT
          REPLACE INTO t VALUES (1)                           | DML
          LOAD DATA INFILE 'x' INTO TABLE t                   | DML
          /*!50001 CREATE VIEW v AS SELECT 1 */               | DDL
          ALTER TABLE t ADD a INT                             | DDL
          CREATE OR REPLACE USER a                            | ACCOUNT
          DROP ROLE a                                         | ACCOUNT
          GRANT SELECT ON *.* TO a                            | ACCOUNT
          SET PASSWORD = 'x'                                  | ACCOUNT
          ALTER INSTANCE ROTATE INNODB MASTER KEY             | ADMIN
          START REPLICA                                       | ADMIN
          STOP SLAVE                                          | ADMIN
          START TRANSACTION                                   | TRANSACTION
          LOCK TABLES t READ                                  | TRANSACTION
          LOCK INSTANCE FOR BACKUP                            | ADMIN
          SET @a = 1                                          | SESSION
          USE shop                                            | SESSION
          SHOW TABLES                                         | SHOW
          EXPLAIN ANALYZE SELECT 1                            | EXPLAIN
          CALL p()                                            | ROUTINE
          KILL QUERY 7                                        | ADMIN
          -- nothing                                          | EMPTY
          FROBNICATE                                          | UNKNOWN
          42                                                  | UNKNOWN
          """)
  void firstWordsTellTheKind(String sql, Kind kind) {
    assertThat(Kind.of(sql, SqlModes.DEFAULT)).isEqualTo(kind);
  }
}
