package org.binnacle.fxkit.table;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Sessions;
import org.binnacle.fxkit.Sessions.Row;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;

/// What a refresh costs the FX thread: CPU time of that thread from one refresh to the next, all
/// layout and drawing included. Arguments: rows, refreshes.
public final class TableBench {
  private TableBench() {}

  public static void main(String[] arguments) {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    Screen.start();
    var settings = new MemorySettings();
    LiveTable<Row, Long> table =
        Screen.get(() -> new LiveTable<>("bench", Row::id, Sessions.columns(), settings));
    Stage stage = Screen.show(() -> new Layer(table.view()), 1360, 860);
    Screen.run(
        () -> {
          new Themes(settings).dress(stage.getScene());
          table.states(Sessions::states);
          table.sortBy("time", true, false);
        });
    table.rows(Sessions.round(rows, 0));
    Screen.until("rows", () -> table.shown().size() == rows);
    Screen.run(() -> table.select(Set.of(1_000_020L)));
    var all = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      List<Row> next = Sessions.round(rows, round + 1);
      var before = new AtomicLong();
      Screen.run(() -> before.set(cpu()));
      Row last = next.getLast();
      table.rows(next);
      Screen.until("round", () -> table.shown().contains(last));
      Screen.run(() -> stage.getScene().getRoot().layout());
      all[round] = Screen.get(TableBench::cpu) / 1e6 - before.get() / 1e6;
    }
    double[] warm = Arrays.copyOfRange(all, rounds / 3, rounds);
    Arrays.sort(warm);
    System.out.printf(
        "%,d rows, %d refreshes: median %.2f ms, p95 %.2f ms, worst %.2f ms of FX-thread CPU%n",
        rows,
        warm.length,
        warm[warm.length / 2],
        warm[(int) (warm.length * 0.95)],
        warm[warm.length - 1]);
    Runtime.getRuntime().halt(0);
  }

  private static long cpu() {
    FxThread.check();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadCpuTime();
  }
}
