package org.binnacle.app.live;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.NaturalOrder;
import org.binnacle.kernel.Settings;

/// Keeps the top SQL of some instances while the program runs, a look a minute each, so that the
/// time before an incident is known where nobody had opened the view: those of the strictest
/// environments first, as many as the setting says.
public final class BackgroundTopSql implements AutoCloseable {
  /// How many instances; 0 for none.
  public static final String SETTING = "top-sql.background";

  public static final int USUAL = 20;
  private static final int MOST = 100;
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration AGAIN = Duration.ofSeconds(60);

  private final TopSql topSql;
  private final Supplier<List<InstanceRef>> fleet;
  private final Settings settings;
  private final Map<InstanceRef, TopSqlWatch> watches = new HashMap<>();
  private final Thread thread;

  /// @param fleet read once a minute: the instances that are there then
  public BackgroundTopSql(TopSql topSql, Supplier<List<InstanceRef>> fleet, Settings settings) {
    this.topSql = topSql;
    this.fleet = fleet;
    this.settings = settings;
    this.thread = Thread.ofVirtual().name("top sql in the background").start(this::rounds);
  }

  /// The instances whose top SQL is kept, of the strictest environments first.
  public static List<InstanceRef> chosen(List<InstanceRef> all, int most) {
    return all.stream()
        .sorted(
            Comparator.comparing(InstanceRef::safety)
                .reversed()
                .thenComparing(InstanceRef::name, NaturalOrder.OF_NAMES))
        .limit(Math.clamp(most, 0, MOST))
        .toList();
  }

  private void rounds() {
    try {
      Thread.sleep(FIRST);
      while (true) {
        settle(chosen(fleet.get(), wanted()));
        Thread.sleep(AGAIN);
      }
    } catch (InterruptedException e) {
      settle(List.of());
    }
  }

  private int wanted() {
    try {
      return Integer.parseInt(settings.get(SETTING).orElse(String.valueOf(USUAL)).strip());
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  private synchronized void settle(List<InstanceRef> wanted) {
    watches
        .entrySet()
        .removeIf(
            one -> {
              boolean gone = !wanted.contains(one.getKey());
              if (gone) {
                one.getValue().close();
              }
              return gone;
            });
    for (InstanceRef one : wanted) {
      watches.computeIfAbsent(
          one,
          added -> {
            TopSqlWatch watch = topSql.watch(List.of(added), () -> {});
            watch.rest(true);
            return watch;
          });
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
