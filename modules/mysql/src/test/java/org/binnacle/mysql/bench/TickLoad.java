package org.binnacle.mysql.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Tls;
import org.binnacle.mysql.contract.Bed;
import org.binnacle.mysql.pool.PooledConnections;
import org.binnacle.mysql.pulse.Pulse;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestServers;
import org.binnacle.testkit.server.Launch;

/// Many pools against three real servers: a pulse and a process list a tick, as fast as they come.
/// Arguments: pools (300) and seconds (10).
public final class TickLoad {
  private TickLoad() {}

  public static void main(String[] args) throws Exception {
    int pools = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    var bed = new Bed();
    List<RunningServer> running =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    TestServers.start(
                        Distribution.MYSQL_8_0, Launch.plain().with("--max-connections=1000")))
            .toList();
    try (var connections = new PooledConnections(bed);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Server> servers =
          IntStream.range(0, pools).mapToObj(i -> server(bed, running.get(i % 3), i)).toList();
      long start = System.nanoTime();
      for (var each :
          servers.stream()
              .map(server -> threads.submit(() -> connect(connections, server)))
              .toList()) {
        each.get();
      }
      System.out.printf(
          "%d pools connected in %d ms%n", pools, (System.nanoTime() - start) / 1_000_000);
      for (RunningServer each : running) {
        try (Connection root = each.connect()) {
          Bed.run(
              root,
              "UPDATE performance_schema.setup_consumers SET ENABLED='YES' WHERE NAME='events_statements_cpu'");
        }
      }
      measure("warm-up", connections, servers, seconds);
      for (RunningServer each : running) {
        try (Connection root = each.connect()) {
          Bed.run(root, "TRUNCATE TABLE performance_schema.events_statements_summary_by_digest");
        }
      }
      measure("measured", connections, servers, seconds);
      digests(running.getFirst());
      System.out.println(
          "load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      System.out.println("threads " + Thread.getAllStackTraces().size());
    } finally {
      running.forEach(RunningServer::close);
    }
  }

  /// On a machine that is busy with other things some logins take longer than their limit.
  private static long connect(PooledConnections connections, Server server) {
    while (true) {
      try {
        return connections.monitor(server, Session::connectionId);
      } catch (Fault fault) {
        LockSupport.parkNanos(100_000_000);
      }
    }
  }

  private static Server server(Bed bed, RunningServer running, int i) {
    bed.password(running.user(), running.password());
    Server plain = Bed.with(running.host(), running.port(), running.user(), Tls.preferred());
    var ref = new InstanceRef("bench" + i, "bench" + i, "", "", "grey", plain.ref().safety(), "");
    return new Server(ref, plain.host(), plain.port(), plain.user(), plain.tls(), Optional.empty());
  }

  private static void measure(
      String what, PooledConnections connections, List<Server> servers, int seconds)
      throws Exception {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = os.getProcessCpuTime();
    long start = System.nanoTime();
    long until = start + seconds * 1_000_000_000L;
    var lengths = Collections.synchronizedList(new ArrayList<Long>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Server server : servers) {
        threads.execute(
            () -> {
              while (System.nanoTime() < until) {
                long at = System.nanoTime();
                connections.monitor(server, TickLoad::tick);
                lengths.add(System.nanoTime() - at);
              }
            });
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    long[] sorted = lengths.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf(
        "%s: %.0f ticks/s, p50 %.1f ms, p99 %.1f ms, client CPU %.0f us a tick%n",
        what,
        sorted.length / took,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        (os.getProcessCpuTime() - cpu) / 1e3 / sorted.length);
  }

  private static int tick(Session session) {
    Pulse pulse = Pulse.take(session);
    List<Long> ids =
        session.query(
            session.flavour().processList(session.facts(), false, 200, 512),
            row -> row.number("id", 0));
    return pulse.channels().map(List::size).orElse(0) + ids.size();
  }

  private static void digests(RunningServer running) throws SQLException {
    try (Connection root = running.connect();
        var statement = root.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT COUNT_STAR, SUM_TIMER_WAIT/COUNT_STAR/1e9, SUM_CPU_TIME/COUNT_STAR/1e9,"
                    + " LEFT(DIGEST_TEXT,60) FROM performance_schema.events_statements_summary_by_digest"
                    + " ORDER BY SUM_TIMER_WAIT DESC LIMIT 4")) {
      while (rows.next()) {
        System.out.printf(
            "server: %d x %.3f ms, CPU %.3f ms: %s%n",
            rows.getLong(1), rows.getDouble(2), rows.getDouble(3), rows.getString(4));
      }
    }
  }
}
