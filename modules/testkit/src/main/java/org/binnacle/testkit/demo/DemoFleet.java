package org.binnacle.testkit.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.Installation;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.server.Fleet;
import org.binnacle.testkit.server.Launch;
import org.binnacle.testkit.server.Servers;

/// A source and two replicas with the data of a web shop and the traffic on it. Closing stops
/// everything and removes the data.
public final class DemoFleet implements AutoCloseable {
  public static final String CLUSTER = "shop-demo";
  private static final List<String> NAMES = List.of("shop-db-1", "shop-db-2", "shop-db-3");

  private final Fleet fleet;
  private final Workload workload;

  private DemoFleet(Fleet fleet, Workload workload) {
    this.fleet = fleet;
    this.workload = workload;
  }

  /// Fetches and prepares what is not cached yet, starts the fleet and its traffic. Takes a minute
  /// at the first start, seconds afterwards.
  ///
  /// @param dir where the data folders are made; removed on close
  /// @throws Fault with words for the user where it cannot be had
  public static DemoFleet start(Path dir, Progress progress, Cancel cancel) {
    return start(Servers.here(), dir, Pace.calm(), progress, cancel);
  }

  public static DemoFleet start(
      Servers servers, Path dir, Pace pace, Progress progress, Cancel cancel) {
    Installation installation =
        servers.installations().get(Distribution.MYSQL_8_0, progress, cancel);
    Path template =
        servers.seeded(installation, "shop", recipe(), DemoFleet::fill, progress, cancel);
    progress.at("Starting the demo fleet", 0, -1);
    List<RunningServer> started = startAll(servers, installation, template, dir, cancel);
    try {
      progress.at("Joining the replicas", 0, -1);
      Fleet fleet = Fleet.of(started);
      return new DemoFleet(fleet, Workload.on(fleet, pace));
    } catch (RuntimeException e) {
      started.forEach(RunningServer::close);
      throw e;
    }
  }

  private static List<RunningServer> startAll(
      Servers servers, Installation installation, Path template, Path dir, Cancel cancel) {
    var started = new ArrayList<RunningServer>();
    var futures = new ArrayList<Future<RunningServer>>();
    try (var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("demo-start-", 1).factory())) {
      for (int id = 1; id <= NAMES.size(); id++) {
        Launch launch =
            Launch.plain()
                .id(id)
                .in(dir.resolve(NAMES.get(id - 1)))
                .with("--innodb-lock-wait-timeout=20", "--innodb-print-all-deadlocks=ON");
        futures.add(
            threads.submit(
                () -> servers.start(installation, template, launch, Progress.silent(), cancel)));
      }
    }
    Fault failed = null;
    for (Future<RunningServer> future : futures) {
      try {
        started.add(future.get());
      } catch (ExecutionException e) {
        failed = Fault.of(e.getCause() == null ? e : e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failed = new Fault(Fault.CANCELLED, "interrupted while the demo fleet started", e);
      }
    }
    if (failed != null) {
      started.forEach(RunningServer::close);
      throw failed;
    }
    return started;
  }

  private static String recipe() {
    var all = new ArrayList<>(ShopData.tables());
    all.addAll(ShopData.rows());
    all.addAll(ShopAccounts.sql());
    return String.join("\n", all);
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (List<String> part : List.of(ShopData.tables(), ShopData.rows(), ShopAccounts.sql())) {
        for (String sql : part) {
          statement.execute(sql);
        }
      }
    }
  }

  /// For the inventory, the source first.
  public List<DemoNode> nodes() {
    var nodes = new ArrayList<DemoNode>();
    for (int i = 0; i < NAMES.size(); i++) {
      RunningServer server = fleet.servers().get(i);
      nodes.add(
          new DemoNode(
              NAMES.get(i),
              server.host(),
              server.port(),
              ShopAccounts.BINNACLE,
              ShopAccounts.PASSWORD,
              i == 0 ? "source" : "replica",
              CLUSTER,
              "demo",
              "shop"));
    }
    return nodes;
  }

  /// The servers with their all-powerful account, for tests.
  public Fleet fleet() {
    return fleet;
  }

  public Workload workload() {
    return workload;
  }

  @Override
  public void close() {
    workload.close();
    fleet.close();
  }
}
