package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.binnacle.testkit.Distribution;
import org.junit.jupiter.api.Test;

final class MySql57Test extends FlavourContract {
  @Override
  Distribution distribution() {
    return Distribution.MYSQL_5_7;
  }

  @Override
  String flavour() {
    return "MySQL 5.7";
  }

  /// 5.7 keeps statements in three-byte characters and cuts them at the first that needs four.
  @Test
  @Override
  void charactersOfFourBytesArrive() throws SQLException {
    try (Connection other = running.connect()) {
      scene.start(other, "SELECT SLEEP(45) /* \ud83d\ude00 */");
      Bed.await(
          "it runs", () -> list(false).getOrDefault(idOf(other), Map.of()).containsKey("info"));
      String told =
          connections.monitor(
              server, session -> session.flavour().fullStatement(session, idOf(other)).orElse(""));
      assertThat(told).startsWith("SELECT SLEEP(45) /* ");
      other.abort(Runnable::run);
    }
  }
}
