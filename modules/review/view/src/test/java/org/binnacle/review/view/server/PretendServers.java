package org.binnacle.review.view.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.live.Asked;
import org.binnacle.review.live.DataAnswer;
import org.binnacle.review.live.Distinct;
import org.binnacle.review.live.Fit;
import org.binnacle.review.live.IndexProposal;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.live.LiveTable;
import org.binnacle.review.live.OpenTransaction;
import org.binnacle.review.live.PlanAnswer;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.live.PlanStep;
import org.binnacle.review.view.Servers;

/// A fleet of the port's own kind, for states that a real one is seldom in: far behind, taking
/// writes in production, refusing, slow. What it tells is little: each query reads one table whole.
/// The real ones are tried by the app's tests.
public final class PretendServers implements Servers {
  public static final String LONG = "a-cluster-whose-name-was-given-by-somebody-who-had-the-time";

  public volatile OptionalLong lagS = OptionalLong.of(0);
  public volatile boolean takesWrites;
  public volatile Optional<Fault> fault = Optional.empty();

  /// Plans wait for it, where it is there.
  public volatile Optional<CountDownLatch> gate = Optional.empty();

  public final List<Shown> shown = new ArrayList<>();
  public final AtomicInteger opened = new AtomicInteger();

  @Override
  public List<Target> targets() {
    var all = new ArrayList<Target>();
    all.add(new Target("shop", true, "cluster of 3", "production", "red"));
    all.add(new Target(LONG, true, "cluster of 12", "staging", "yellow"));
    for (int i = 1; i <= 3; i++) {
      all.add(
          new Target(
              "shop-" + i, false, "10.0.0." + i + ":3306, replica of shop", "production", "red"));
    }
    for (int i = 1; i <= 60; i++) {
      all.add(
          new Target(
              LONG + "-" + i, false, "db-%03d.example.net:3306".formatted(i), "staging", "yellow"));
    }
    return all;
  }

  @Override
  public Picked pick(String target, boolean sourceToo, Cancel cancel) {
    fault.ifPresent(
        f -> {
          throw f;
        });
    if (takesWrites && !sourceToo) {
      throw new Fault(
          ReviewFaults.NO_REPLICA, "no read-only replica of cluster shop: shop-1 takes writes");
    }
    return new Found(takesWrites, lagS);
  }

  @Override
  public void show(Shown plan) {
    shown.add(plan);
  }

  private final class Found implements Picked {
    private final boolean source;
    private final OptionalLong lag;

    Found(boolean source, OptionalLong lag) {
      this.source = source;
      this.lag = lag;
    }

    @Override
    public InstanceRef instance() {
      return source
          ? new InstanceRef(
              "1", "shop-1", "10.0.0.1:3306", "production", "red", Safety.STRICT, "shop")
          : new InstanceRef(
              "2", "shop-2", "10.0.0.2:3306", "production", "red", Safety.STRICT, "shop");
    }

    @Override
    public String version() {
      return "8.0.36";
    }

    @Override
    public String role() {
      return source ? "source" : "replica";
    }

    @Override
    public boolean takesWrites() {
      return source;
    }

    @Override
    public OptionalLong lagS() {
      return source ? OptionalLong.empty() : lag;
    }

    @Override
    public String why() {
      return "lags least of cluster shop";
    }

    @Override
    public List<String> passed() {
      return List.of("shop-1 takes writes", "shop-3 is 4,711 s behind");
    }

    @Override
    public LiveProbe open(Cancel cancel) {
      opened.incrementAndGet();
      return new Probe(this, cancel);
    }
  }

  private final class Probe implements LiveProbe {
    private final Found found;
    private final Cancel cancel;

    Probe(Found found, Cancel cancel) {
      this.found = found;
      this.cancel = cancel;
    }

    @Override
    public Asked asked() {
      return new Asked(
          found.instance().name(),
          found.instance().address(),
          found.version(),
          "DEFAULT",
          found.role(),
          found.lagS(),
          found.why(),
          Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Override
    public List<String> databases() {
      return List.of("shop");
    }

    @Override
    public Optional<LiveTable> table(String schema, String table) {
      return Optional.of(
          new LiveTable(
              schema,
              table,
              false,
              "CREATE TABLE `"
                  + table
                  + "` (`id` int NOT NULL, `note` varchar(20) DEFAULT NULL, `total` decimal(12,2)"
                  + " DEFAULT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB",
              "InnoDB",
              40_000_000,
              8L << 30,
              1L << 30,
              OptionalLong.empty(),
              OptionalLong.empty(),
              List.of(),
              List.of()));
    }

    @Override
    public PlanAnswer plan(String database, String sql) {
      gate.ifPresent(this::await);
      var step =
          new PlanStep(
              "1",
              "table-scan",
              "Table scan on orders",
              "orders",
              "orders",
              "",
              40_000_000,
              1,
              40_000_000,
              true,
              Set.of(),
              0,
              0);
      return new PlanAnswer.Planned(
          new PlanFacts(
              "-> Table scan on orders  (cost=4e+6 rows=40e+6)",
              sql,
              List.of(step),
              OptionalDouble.of(4_000_000),
              List.of(),
              Instant.EPOCH));
    }

    private void await(CountDownLatch until) {
      try {
        until.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cancel.check();
      }
    }

    @Override
    public List<IndexProposal> proposals(String database, String sql) {
      return List.of();
    }

    @Override
    public List<OpenTransaction> transactions(String schema, String table) {
      return List.of(new OpenTransaction(4711, "app", 600, true, "UPDATE orders SET note = '…"));
    }

    @Override
    public Optional<String> variable(String name) {
      return Optional.empty();
    }

    @Override
    public DataAnswer unfit(String schema, String table, String column, Fit fit) {
      return new DataAnswer.Fits();
    }

    @Override
    public Optional<Distinct> distinct(
        String schema, String table, List<String> columns, int rows) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
