package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EffectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          READS   | SELECT 1
          READS   | (SELECT 1) UNION (SELECT 2)
          READS   | select replace(a, 'x', 'y'), insert(b, 1, 2, 'c') from t
          READS   | WITH RECURSIVE c AS (SELECT 1) SELECT * FROM c
          READS   | WITH c AS (SELECT replace(a, 1, 2) r FROM t) SELECT * FROM c
          READS   | TABLE t
          READS   | VALUES ROW(1)
          READS   | SHOW CREATE TABLE t
          READS   | EXPLAIN UPDATE t SET a = 1
          READS   | DESC t
          READS   | EXPLAIN ANALYZE SELECT 1
          READS   | ANALYZE FORMAT=JSON SELECT 1
          READS   | SELECT 'FOR UPDATE', `for` , "into outfile" FROM t
          READS   | SELECT /*!40001 SQL_NO_CACHE */ * FROM t
          READS   | SELECT SUBSTRING(a FROM 2 FOR 3) FROM t
          SESSION | SELECT 1 INTO @a
          SESSION | SET @a = 1
          SESSION | SET SESSION sort_buffer_size = 1
          SESSION | SET NAMES utf8mb4
          SESSION | USE shop
          SESSION | BEGIN
          SESSION | START TRANSACTION WITH CONSISTENT SNAPSHOT
          SESSION | ROLLBACK
          LOCKS   | SELECT * FROM t FOR UPDATE
          LOCKS   | SELECT * FROM t FOR SHARE SKIP LOCKED
          LOCKS   | SELECT * FROM t LOCK IN SHARE MODE
          LOCKS   | WITH c AS (SELECT 1) SELECT * FROM c, t FOR UPDATE
          LOCKS   | SELECT * FROM t /*!50000 FOR UPDATE */
          FILES   | SELECT * INTO OUTFILE '/tmp/a' FROM t
          FILES   | SELECT a FROM t INTO DUMPFILE '/tmp/a'
          FILES   | SELECT a FROM t /*! INTO OUTFILE '/tmp/a' */
          CHANGES | UPDATE t SET a = 1
          CHANGES | WITH c AS (SELECT 1) UPDATE t, c SET t.a = 1
          CHANGES | WITH c AS (SELECT 1) DELETE FROM t
          CHANGES | /*!50000 DELETE */ FROM t
          CHANGES | /*! UPDATE t SET */ a = 1
          CHANGES | INSERT INTO t VALUES (1)
          CHANGES | REPLACE INTO t VALUES (1)
          CHANGES | EXPLAIN ANALYZE DELETE t FROM t
          CHANGES | EXPLAIN ANALYZE WITH c AS (SELECT 1) UPDATE t, c SET a = 1
          CHANGES | ANALYZE UPDATE t SET a = 1
          CHANGES | ANALYZE TABLE t
          CHANGES | SET GLOBAL max_connections = 1
          CHANGES | SET @@global.max_connections = 1
          CHANGES | SET @a = 1, GLOBAL b = 2
          CHANGES | SET SESSION TRANSACTION READ WRITE
          CHANGES | SET transaction_read_only = 0
          CHANGES | SET @@session.transaction_read_only = OFF
          CHANGES | SET @@`tx_read_only` = OFF
          CHANGES | SET `transaction_read_only` = 0
          CHANGES | SET PASSWORD = 'a'
          CHANGES | START TRANSACTION READ WRITE
          CHANGES | START REPLICA
          CHANGES | CALL p()
          CHANGES | DO SLEEP(1)
          CHANGES | PREPARE s FROM 'DELETE FROM t'
          CHANGES | KILL 4
          CHANGES | FLUSH TABLES WITH READ LOCK
          CHANGES | LOCK TABLES t READ
          CHANGES | CREATE TABLE t (a INT)
          CHANGES | HANDLER t OPEN
          CHANGES | whatever
          """)
  void isTold(Effect effect, String sql) {
    assertThat(Effect.of(sql, SqlModes.DEFAULT)).isEqualTo(effect);
  }
}
