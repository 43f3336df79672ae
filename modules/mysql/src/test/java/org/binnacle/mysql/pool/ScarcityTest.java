package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.contract.Bed;
import org.junit.jupiter.api.Test;

class ScarcityTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Scarcity scarcity =
      new Scarcity(new Bed().server("db.example", 3306, "x", "y"), () -> now);

  private static Fault full() {
    return new Fault(
        ConnectFaults.TOO_MANY,
        "db.example:3306: full",
        new SQLException("Too many connections", "08004", 1040));
  }

  private void later(Duration by) {
    now = now.plus(by);
  }

  @Test
  void onlyAServerWithoutAPlaceRefusesMore() {
    scarcity.note(new Fault(ConnectFaults.TIMEOUT, "no answer"));
    assertThat(scarcity.refusesMore()).isEmpty();
    scarcity.note(full());
    Fault refused = scarcity.refusesMore().orElseThrow();
    assertThat(refused.code()).isEqualTo(ConnectFaults.KEPT_FREE);
    assertThat(refused.detail())
        .contains("db.example", "(1040: Too many connections)")
        .endsWith("try again in 10 min");
  }

  @Test
  void itRefusesUntilTenMinutesAfterTheLastOne() {
    scarcity.note(full());
    later(Duration.ofMinutes(8));
    scarcity.note(full());
    later(Duration.ofMinutes(10).minusSeconds(40));
    assertThat(scarcity.refusesMore().orElseThrow().detail()).endsWith("try again in 40 s");
    later(Duration.ofSeconds(41));
    assertThat(scarcity.refusesMore()).isEmpty();
  }

  @Test
  void itTellsSinceWhenAsTheFirstOfARow() {
    scarcity.note(full());
    String first = since();
    later(Duration.ofMinutes(5));
    scarcity.note(full());
    assertThat(since()).isEqualTo(first);
    later(Duration.ofMinutes(11));
    scarcity.note(full());
    assertThat(since()).isNotEqualTo(first);
  }

  private String since() {
    return scarcity.refusesMore().orElseThrow().detail().replaceAll(".*since (\\S+) .*", "$1");
  }

  @Test
  void whetherItHasRoomIsAskedAMinuteLater() {
    assertThat(scarcity.mayBeOver()).isFalse();
    scarcity.note(full());
    later(Duration.ofSeconds(59));
    assertThat(scarcity.mayBeOver()).isFalse();
    later(Duration.ofSeconds(2));
    assertThat(scarcity.mayBeOver()).isTrue();
    scarcity.over();
    assertThat(scarcity.refusesMore()).isEmpty();
  }
}
