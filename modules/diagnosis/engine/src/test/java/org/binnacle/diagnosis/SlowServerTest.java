package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server whose answers take long is left in peace by the views too, not by the fleet's look
/// only.
@Tag("server")
class SlowServerTest {
  private static final Duration WANTED = Duration.ofMillis(250);

  @Test
  void roundsOfAViewComeLessAndLessOftenWhileTheBreakerIsOpen() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Server server =
        RealServers.server("slow", running.host(), running.port(), running.user(), Safety.RELAXED);
    var slow = new AtomicBoolean(true);
    var seen = new LinkedBlockingQueue<Rounds.Seen<Long>>();
    try (Connections connections = RealServers.connections(running.password());
        var rounds =
            new Rounds<Long>(
                "slow",
                List.of(server),
                connections,
                WANTED,
                session ->
                    session
                        .query(
                            "SELECT SLEEP(" + (slow.get() ? "0.6" : "0") + ") AS s",
                            row -> row.number("s", -1))
                        .getFirst(),
                all -> seen.add(all.getFirst()))) {
      Rounds.Seen<Long> last = next(seen);
      // Costs alone stretch it to five seconds at most.
      while (last.every().compareTo(Duration.ofSeconds(5)) <= 0) {
        rounds.now();
        last = next(seen);
      }
      assertThat(connections.health(server))
          .isInstanceOfSatisfying(Health.Up.class, up -> assertThat(up.throttled()).isTrue());
      slow.set(false);
      while (last.every().compareTo(WANTED) > 0) {
        rounds.now();
        last = next(seen);
      }
      assertThat(last.every()).as("free again").isEqualTo(WANTED);
    }
  }

  private static Rounds.Seen<Long> next(LinkedBlockingQueue<Rounds.Seen<Long>> seen)
      throws InterruptedException {
    Rounds.Seen<Long> one = seen.poll(30, TimeUnit.SECONDS);
    assertThat(one).as("a round within 30 s").isNotNull();
    assertThat(one.fault()).isEmpty();
    return one;
  }
}
