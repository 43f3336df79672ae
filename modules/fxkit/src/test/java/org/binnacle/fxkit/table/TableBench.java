package org.binnacle.fxkit.table;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.binnacle.fxkit.Sessions;
import org.binnacle.fxkit.Sessions.Row;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.PulseMeter;
import org.binnacle.testkit.Screen;

/// What a refresh with all values new costs the FX thread: re-sorted, filtered anew, a third of it
/// not shown, with a selection. Arguments: rows, refreshes, ms between refreshes.
public final class TableBench {
  private TableBench() {}

  public static void main(String[] arguments) throws InterruptedException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
    int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    Screen.start();
    var settings = new MemorySettings();
    LiveTable<Row, Long> table =
        Screen.get(() -> new LiveTable<>("bench", Row::id, Sessions.columns(), settings));
    Stage stage = Screen.show(() -> new Layer(table.view()), 1360, 860);
    PulseMeter meter =
        Screen.get(
            () -> {
              new Themes(settings).dress(stage.getScene());
              table.states(Sessions::states);
              table.sortBy("time", true, false);
              return new PulseMeter(stage.getScene());
            });
    table.rows(Sessions.round(rows, 0));
    Screen.until("rows", () -> table.shown().size() == rows);
    Screen.run(() -> table.select(Set.of(1_000_020L)));
    var never = new CountDownLatch(1);
    for (int round = 1; round <= rounds; round++) {
      if (round == rounds / 3) {
        Screen.run(meter::begin);
      }
      List<Row> next = Sessions.round(rows, round);
      int rest = round % 3;
      table.filter(row -> row.id() % 3 != rest);
      table.rows(next);
      never.await(every, TimeUnit.MILLISECONDS);
      Screen.run(meter::mark);
    }
    System.out.printf(
        "%,d rows, a refresh each %d ms, FX thread: %s%n", rows, every, Screen.get(meter::words));
    Runtime.getRuntime().halt(0);
  }
}
