package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

  private static String text(String sql) {
    return Fingerprint.of(sql, SqlModes.DEFAULT, Dialect.MYSQL).text();
  }

  @Test
  void equalsTheDigestTextOfRealServers() {
    for (String line : Samples.lines("digests.tsv")) {
      List<String> parts = List.of(line.split("\t", 2));
      assertThat(text(parts.get(0))).as(parts.get(0)).isEqualTo(parts.get(1));
    }
  }

  @Test
  void valuesListsAndLayoutDoNotCount() {
    String one = "select a from t where id in (1,2,3) and b = 'x' -- why\n limit 10";
    String other = "SELECT a\nFROM t /* no */ WHERE id IN (7) AND b = \"y\" LIMIT -5;";
    assertThat(Fingerprint.of(one, SqlModes.DEFAULT, Dialect.MYSQL))
        .isEqualTo(Fingerprint.of(other, SqlModes.DEFAULT, Dialect.MYSQL));
    assertThat(text("INSERT INTO t (a,b) VALUES (1,NULL),(2,'x'),(3,-4)"))
        .isEqualTo("INSERT INTO `t` ( `a` , `b` ) VALUES (...) /* , ... */");
    assertThat(text("SELECT 1 WHERE a IS NULL AND b IS NOT NULL OR c = NULL"))
        .isEqualTo("SELECT ? WHERE `a` IS NULL AND `b` IS NOT NULL OR `c` = ?");
  }

  @Test
  void hashesAreShortAndStable() {
    assertThat(Fingerprint.of("SELECT 1", SqlModes.DEFAULT, Dialect.MYSQL).hash())
        .hasSize(16)
        .isEqualTo(Fingerprint.of("select  2", SqlModes.DEFAULT, Dialect.MYSQL).hash());
  }

  @Test
  void aHugeTextGivesABoundedOne() {
    String many = "SELECT " + "a1, ".repeat(100_000) + "b FROM t";
    assertThat(text(many)).hasSizeLessThan(4_100).endsWith(" ...");
  }
}
