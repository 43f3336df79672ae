package org.binnacle.mysql.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.contract.Bed;
import org.binnacle.mysql.jdbc.Link;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private final Server server = new Bed().server("db.example", 3306, "x", "y");
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int attempts;
  private boolean failedBefore;
  private final Monitor monitor =
      new Monitor(
          server,
          HikariConfig::new,
          new Refusing(),
          new Backoff(() -> 0.5),
          new OwnSessions(),
          () -> now);

  private final class Refusing implements Monitor.Opener {
    @Override
    public Link open(Server asked, Health before) {
      attempts++;
      failedBefore = before instanceof Health.Down;
      throw new Fault(ConnectFaults.REFUSED, "no");
    }

    @Override
    public void giveUp(Server asked) {
      // Nothing is under way.
    }
  }

  private Fault look() {
    return catchThrowableOfType(Fault.class, () -> monitor.run(session -> 1));
  }

  @Test
  void aDeadServerIsDialledOnceAndThenLeftAloneForLongerAndLonger() {
    long[] waits = {1, 2, 4, 8, 16, 32, 60, 60};
    for (int i = 0; i < waits.length; i++) {
      assertThat(look().code()).isEqualTo(ConnectFaults.REFUSED);
      assertThat(attempts).isEqualTo(i + 1);
      assertThat(failedBefore).isEqualTo(i > 0);
      assertThat(monitor.health())
          .isInstanceOfSatisfying(
              Health.Down.class, down -> assertThat(down.failures()).isEqualTo(attempts));
      now = now.plus(Duration.ofSeconds(waits[i])).minusMillis(1);
      assertThat(look().code()).isEqualTo(ConnectFaults.BACKING_OFF);
      assertThat(attempts).isEqualTo(i + 1);
      now = now.plusMillis(1);
    }
  }

  @Test
  void itIsDownSinceItsFirstFailure() {
    Instant first = now;
    look();
    now = now.plusSeconds(2);
    look();
    assertThat(monitor.health())
        .isInstanceOfSatisfying(
            Health.Down.class,
            down -> {
              assertThat(down.since()).isEqualTo(first);
              assertThat(down.retryAt()).isEqualTo(Optional.of(now.plusSeconds(2)));
            });
  }

  @Test
  void aClosedOneDialsNoMore() {
    monitor.close();
    assertThat(look().code()).isEqualTo(ConnectFaults.LOST);
    assertThat(attempts).isZero();
  }
}
