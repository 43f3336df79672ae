package org.binnacle.inventory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.junit.jupiter.api.Test;

final class ConnectTextTest {

  private static Optional<ConnectText> read(String text) {
    return ConnectText.read(text);
  }

  @Test
  void urlsAreRead() {
    assertThat(read("mysql://app@db1:3307"))
        .contains(
            new ConnectText(Map.of(Field.HOST, "db1", Field.PORT, "3307", Field.USER, "app"), ""));
    assertThat(read(" jdbc:mysql://db1/shop?sslMode=VERIFY_CA "))
        .contains(new ConnectText(Map.of(Field.HOST, "db1", Field.TLS, "VERIFY_CA"), ""));
    assertThat(read("mysql://a%40b:se%3Acret@db1"))
        .contains(new ConnectText(Map.of(Field.HOST, "db1", Field.USER, "a@b"), "se:cret"));
  }

  @Test
  void commandLinesAreRead() {
    var expected =
        new ConnectText(Map.of(Field.HOST, "10.0.0.1", Field.PORT, "3307", Field.USER, "dba"), "");
    assertThat(read("mysql -h 10.0.0.1 -P 3307 -u dba -p")).contains(expected);
    assertThat(read("$ /usr/bin/mysql -h10.0.0.1 -P3307 -udba -p shop")).contains(expected);
    assertThat(read("mariadb --host=10.0.0.1 --port 3307 --user='dba'")).contains(expected);
    assertThat(read("mysql -h db -ptop\\ secret"))
        .contains(new ConnectText(Map.of(Field.HOST, "db"), "top secret"));
  }

  @Test
  void otherTextsAreLeftAlone() {
    assertThat(read("db1.example.com")).isEmpty();
    assertThat(read("ssh -p 22 host")).isEmpty();
    assertThat(read("mysql://")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void aCommandLineNeverHoldsAPassword() {
    Instance instance = Desk.instance("db1", "tls", "REQUIRED", "user", "o'brien");
    assertThat(ConnectText.of(instance))
        .isEqualTo("mysql -h db1.example.com -P 3306 -u 'o'\\''brien' -p --ssl-mode=REQUIRED");
    assertThat(new ConnectText(Map.of(), "secret").toString()).doesNotContain("secret");
    assertThat(read(ConnectText.of(instance)).orElseThrow().fields().get(Field.USER))
        .isEqualTo("o'brien");
  }
}
