package org.binnacle.mysql.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Health;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of us when servers are sick: real sockets, and a real server behind a proxy.
@Tag("server")
class SickServersTest {
  private static final String HOST = "127.0.0.1";

  private final Bed bed = new Bed();
  private final PooledConnections connections = new PooledConnections(bed);

  @AfterEach
  void close() {
    connections.close();
  }

  private Fault look(Server server) {
    return catchThrowableOfType(
        Fault.class, () -> connections.monitor(server, session -> session.connectionId()));
  }

  private Fault look(int port) {
    return look(bed.server(HOST, port, "nobody", "pass-word-of-nobody"));
  }

  private static void told(Fault fault, FaultCode code) {
    assertThat(fault).isNotNull();
    assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
    Words.Told told = new Words().of(fault);
    assertThat(told.happened()).isNotBlank();
    assertThat(told.next()).isNotBlank();
    for (Throwable at = fault; at != null; at = at.getCause()) {
      assertThat(String.valueOf(at.getMessage())).doesNotContain("pass-word-of-nobody");
    }
  }

  @Test
  void anUnknownNameIsToldAsSuch() {
    told(look(bed.server("no-such-host.invalid", 3306, "nobody", "x")), ConnectFaults.UNKNOWN_HOST);
    told(look(bed.server("a/b?c=d", 3306, "nobody", "x")), ConnectFaults.UNKNOWN_HOST);
  }

  @Test
  void aClosedPortIsRefused() throws IOException {
    int port;
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
    }
    told(look(port), ConnectFaults.REFUSED);
  }

  @Test
  void aBlackHoleEndsAtItsTimeAfterAShortTryAndAFullOne() throws IOException {
    try (Trap hole = Trap.silent()) {
      long start = System.nanoTime();
      told(look(hole.port()), ConnectFaults.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
      told(look(hole.port()), ConnectFaults.BACKING_OFF);
      assertThat(hole.accepted()).isEqualTo(2);
    }
  }

  @Test
  void aResetIsALostConnection() throws IOException {
    try (Trap reset = Trap.resetting()) {
      told(look(reset.port()), ConnectFaults.LOST);
    }
  }

  @Test
  void whatIsNoMySqlIsSaidSoAtOnce() throws IOException {
    for (String greeting :
        List.of("SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n", "\u0001\u0002")) {
      try (Trap other = Trap.saying(greeting + "                ")) {
        Fault fault = look(other.port());
        told(fault, ConnectFaults.NOT_MYSQL);
        assertThat(fault.detail()).contains("began with");
      }
    }
  }

  @Test
  void aGreetingThatStopsHalfWayEndsAtItsTime() throws IOException {
    try (Trap half = Trap.saying("J\u0000\u0000\u0000\n8.0.33\u0000")) {
      told(look(half.port()), ConnectFaults.TIMEOUT);
    }
  }

  @Test
  void aWrongPasswordIsDeniedOnceAndNotTriedAgainAndAgain() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    AtomicLong all = new AtomicLong(Long.MAX_VALUE);
    try (Trap count = Trap.before(running.host(), running.port(), all)) {
      told(look(count.port()), ConnectFaults.DENIED);
      for (int i = 0; i < 20; i++) {
        told(look(count.port()), ConnectFaults.BACKING_OFF);
      }
      assertThat(count.accepted()).isEqualTo(1);
    }
  }

  @Test
  void tenConnectionsThatHangInTheirResultsEndWithoutAThreadLeft() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    AtomicLong quota = new AtomicLong(Long.MAX_VALUE);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Trap proxy = Trap.before(running.host(), running.port(), quota);
        var mine = new PooledConnections(bed);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Server> servers =
          IntStream.range(0, 10)
              .mapToObj(i -> renamed(bed.server(running), "hang" + i, proxy.port()))
              .toList();
      servers.forEach(server -> mine.monitor(server, Session::connectionId));
      quota.set(20_000);
      long start = System.nanoTime();
      var faults =
          servers.stream().map(server -> threads.submit(() -> hang(mine, server))).toList();
      Server well = bed.server(running);
      mine.monitor(well, Session::connectionId);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      for (var fault : faults) {
        told(fault.get(), ConnectFaults.TIMEOUT);
      }
      assertThat(servers).allMatch(server -> mine.health(server) instanceof Health.Down);
    }
    Bed.await(
        "no thread is left",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .noneMatch(
                    thread -> thread.getName().matches("(?i).*(hikari|mysql|binnacle|sshd).*")));
  }

  private static Server renamed(Server server, String id, int port) {
    var ref = server.ref();
    var other = new InstanceRef(id, id, ref.address(), "", "grey", ref.safety(), "");
    return new Server(other, HOST, port, server.user(), server.tls(), server.tunnel());
  }

  private static Fault hang(PooledConnections mine, Server server) {
    return catchThrowableOfType(
        Fault.class,
        () ->
            mine.monitor(
                server,
                session ->
                    session.query(
                        "SELECT REPEAT('x',1000) FROM information_schema.COLUMNS LIMIT 1000",
                        row -> 1)));
  }

  @Test
  void blackHolesDoNotDelayTheLiving() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    try (Trap hole = Trap.silent();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        Server dead = renamed(bed.server(running), "dead" + i, hole.port());
        threads.execute(() -> look(dead));
      }
      Bed.await("the holes are being dialled", () -> hole.accepted() >= 30);
      long start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        Server living = renamed(bed.server(running), "living" + i, running.port());
        connections.monitor(living, Session::connectionId);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void oneTickAtATimeAndTheServersConnectionIsKept() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Server server = bed.server(running);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ids =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              connections.monitor(
                                  server,
                                  session -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    var id =
                                        session.query(
                                            "SELECT CONNECTION_ID() AS id",
                                            row -> row.number("id", 0));
                                    inside.decrementAndGet();
                                    return id.getFirst();
                                  })))
              .toList();
      var distinct = new HashSet<Long>();
      for (var id : ids) {
        distinct.add(id.get());
      }
      assertThat(distinct).hasSize(1);
    }
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void aConnectionKilledBetweenTwoLooksIsOpenedAnewAtTheNext() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    Server server = bed.server(running);
    long first = connections.monitor(server, Session::connectionId);
    try (var root = running.connect()) {
      Bed.run(root, "KILL CONNECTION " + first);
    }
    Bed.await(
        "another connection",
        () -> {
          try {
            return connections.monitor(server, Bed::askedId) != first;
          } catch (Fault fault) {
            return false;
          }
        });
  }

  @Test
  void closingLeavesNoConnectionOnTheServer() throws Exception {
    RunningServer running = TestServers.shared(Distribution.MYSQL_8_0);
    var mine = new PooledConnections(bed);
    Server server = renamed(bed.server(running), "leaves-none", running.port());
    long monitor = mine.monitor(server, Session::connectionId);
    Session action = mine.action(server, "look", Bounds.action(), true);
    Set<Long> ids = Set.of(monitor, action.connectionId());
    mine.close();
    Bed.await(
        "both are gone",
        () -> {
          try (var root = running.connect();
              var statement = root.createStatement();
              var rows =
                  statement.executeQuery(
                      "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID IN ("
                          + ids.stream().map(String::valueOf).collect(Collectors.joining(","))
                          + ")")) {
            rows.next();
            return rows.getInt(1) == 0;
          } catch (SQLException e) {
            return false;
          }
        });
    told(
        catchThrowableOfType(Fault.class, () -> mine.monitor(server, Session::connectionId)),
        ConnectFaults.LOST);
  }
}
