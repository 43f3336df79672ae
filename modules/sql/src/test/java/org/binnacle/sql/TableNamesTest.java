package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM t                                             | t:t
          SELECT * FROM shop.orders o, `line items` AS `l` WHERE 1    | shop.orders:o line items:l
          SELECT * FROM (a JOIN b x ON a.i = b.i) LEFT JOIN c USING (i) | a:a b:x c:c
          SELECT * FROM (SELECT 1 FROM t u) d, v                      | t:u v:v
          WITH w AS (SELECT * FROM t) SELECT * FROM w                 | t:t w:w
          UPDATE LOW_PRIORITY t, u AS x SET t.a = 1 WHERE EXISTS (SELECT 1 FROM v) | t:t u:x v:v
          INSERT IGNORE INTO t (a, b) SELECT a, b FROM u              | t:t u:u
          INSERT INTO t VALUES (1, 2) ON DUPLICATE KEY UPDATE a = 1   | t:t
          SELECT * FROM t PARTITION (p0, p1) q, r FOR UPDATE          | t:q r:r
          DELETE x FROM t x JOIN u                                    | t:x u:u
          select `s`.`x`.`a` AS `a` from `s`.`t` `x` join `s`.`t` `y` where (1 = 1) | s.t:x s.t:y
          SELECT 1                                                    | ''
          """)
  void areFound(String sql, String names) {
    String found =
        TableNames.of(sql, SqlModes.DEFAULT).stream()
            .map(
                named ->
                    named.schema().map(schema -> schema + ".").orElse("")
                        + named.table()
                        + ":"
                        + named.alias())
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(names);
  }
}
