package org.binnacle.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.binnacle.diagnosis.topsql.Order;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle top-sql`.
@Command(
    name = "top-sql",
    description = "Show which statements load an instance, or several merged by digest.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle top-sql shop-1 --for 30s --by examined",
      "  binnacle top-sql shop-1 shop-2 --since-start --top 20",
      "  binnacle top-sql shop-1 --compare 2h..1h 1h..now",
      "Counted from performance_schema's digests. Where there are none (MariaDB by default),",
      "--sample looks each second at what runs."
    })
final class TopSqlCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Call call;

  TopSqlCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "Names of the inventory, or mysql://user@host:port.")
  List<String> targets = List.of();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long to measure: 10s, 2m (default: 10s).")
  String length = "10s";

  @Option(
      names = "--by",
      paramLabel = "ORDER",
      description =
          "load, count, avg, examined, ratio, errors, lock, tmp-disk or no-index (default: load).")
  String by = "load";

  @Option(names = "--top", paramLabel = "N", description = "Statements at most (default: 10).")
  int top = 10;

  @Option(
      names = "--sample",
      description = "Look each second at what runs instead of reading digests; any server.")
  boolean sample;

  @Option(
      names = "--since-start",
      description = "All that was counted since the server started; does not wait.")
  boolean sinceStart;

  @Option(names = "--own", description = "Binnacle's own statements too.")
  boolean own;

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "FROM..TO",
      description =
          "What changed between two times of the kept history: 2h..1h 1h..now, or local times such"
              + " as 2026-11-27T10:00..2026-11-27T11:00. The window keeps it while Top SQL is open.")
  List<String> compare = List.of();

  @Override
  public Integer call() {
    Order order =
        Order.named(by)
            .orElseThrow(
                () -> misuse("--by takes " + String.join(", ", Order.names()) + "; not " + by));
    Duration measured = Times.span(length);
    if (measured.toMillis() < 1_000 || measured.compareTo(LONGEST) > 0) {
      throw misuse("--for takes 1s to 1h, not " + length);
    }
    if (top < 1) {
      throw misuse("--top takes 1 or more, not " + top);
    }
    if (sample && sinceStart) {
      throw misuse("--sample and --since-start exclude each other");
    }
    if (!compare.isEmpty()) {
      if (sample || sinceStart) {
        throw misuse("--compare goes without --sample and --since-start");
      }
      return new TopSqlCompare(call, top).run(targets, compare);
    }
    List<Server> servers = targets.stream().map(call::target).toList();
    TopWindow window = TopWindow.merged(all(servers, measured));
    new TopSqlView(call, order, top).print(own ? window : window.withoutOurs());
    boolean nothing = window.missing().size() == servers.size();
    return nothing ? 1 : 0;
  }

  private static Fault misuse(String text) {
    return new Fault(CliFaults.USAGE, "binnacle top-sql: " + text);
  }

  private List<TopWindow> all(List<Server> servers, Duration measured) {
    TopSql topSql = call.house().topSql();
    // Only the first tells how far it is: all measure at the same time.
    Progress progress = call.terminal().live() ? call.progress() : Progress.silent();
    Function<Server, Function<Progress, TopWindow>> one =
        server ->
            told ->
                sinceStart
                    ? topSql.sinceStart(server)
                    : sample
                        ? topSql.sampled(server, measured, told, call.cancel())
                        : topSql.measure(server, measured, told, call.cancel());
    if (servers.size() == 1) {
      return List.of(one.apply(servers.getFirst()).apply(progress));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<TopWindow>>();
      for (int i = 0; i < servers.size(); i++) {
        Server server = servers.get(i);
        Progress told = i == 0 ? progress : Progress.silent();
        running.add(threads.submit(() -> one.apply(server).apply(told)));
      }
      var windows = new ArrayList<TopWindow>();
      for (Future<TopWindow> each : running) {
        windows.add(each.get());
      }
      return windows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw Fault.of(e.getCause() == null ? e : e.getCause());
    }
  }
}
