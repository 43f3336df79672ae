package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who asks and gives up, as a view does when another row is chosen.
@Tag("server")
class GivingUpTest {
  private static final String ASKED =
      "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT /* given-up%'";

  private final Bed bed = new Bed();

  /// Answers once, so that the connection has not died unused, and then takes its time.
  private static List<Long> slow(Session session, long expected) {
    assertThat(Bed.askedId(session)).isEqualTo(expected);
    return session.query("SELECT /* given-up */ SLEEP(30) AS told", row -> row.number("told", 0));
  }

  @Test
  void anInterruptedQuestionIsNoFailureOfTheServer() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (var connections = new PooledConnections(bed)) {
      Server server = bed.server(running);
      long first = connections.monitor(server, Session::connectionId);
      var told = new AtomicReference<Fault>();
      Thread asking =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      connections.monitor(server, session -> slow(session, first));
                    } catch (Fault fault) {
                      told.set(fault);
                    }
                  });
      try (Session other = connections.action(server, "look", Bounds.action(), true)) {
        Bed.await("it is asked", () -> !other.query(ASKED, row -> row).isEmpty());
      }
      asking.interrupt();
      asking.join();

      assertThat(told.get().code()).isEqualTo(Fault.CANCELLED);
      assertThat(connections.health(server)).isInstanceOf(Health.Up.class);
      assertThat(connections.monitor(server, Session::connectionId)).isNotEqualTo(first);
    }
  }
}
