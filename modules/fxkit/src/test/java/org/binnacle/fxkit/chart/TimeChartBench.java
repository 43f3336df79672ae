package org.binnacle.fxkit.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.PulseMeter;
import org.binnacle.testkit.Screen;

/// What a redraw of ten lines of 3,600 values costs the FX thread. Arguments: lines, values,
/// redraws, ms between redraws.
public final class TimeChartBench {
  private TimeChartBench() {}

  public static void main(String[] arguments) throws InterruptedException {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int length = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3_600;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
    int every = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 100;
    Screen.start();
    TimeChart chart = Screen.get(TimeChart::new);
    Stage stage = Screen.show(() -> new Layer(chart), 1360, 500);
    PulseMeter meter =
        Screen.get(
            () -> {
              new Themes(new MemorySettings()).dress(stage.getScene());
              return new PulseMeter(stage.getScene());
            });
    var never = new CountDownLatch(1);
    for (int round = 1; round <= rounds; round++) {
      if (round == rounds / 3) {
        Screen.run(meter::begin);
      }
      List<Line> lines = lines(many, length, round);
      Screen.run(
          () ->
              chart.show(
                  Instant.EPOCH,
                  Duration.ofSeconds(1),
                  lines,
                  value -> String.format(Locale.ROOT, "%.0f", value)));
      never.await(every, TimeUnit.MILLISECONDS);
      Screen.run(meter::mark);
    }
    System.out.printf(
        "%d lines of %,d values, a redraw each %d ms, FX thread: %s%n",
        many, length, every, Screen.get(meter::words));
    Runtime.getRuntime().halt(0);
  }

  private static List<Line> lines(int many, int length, int round) {
    var random = new Random(round);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < many; i++) {
      double[] values = new double[length];
      for (int j = 0; j < length; j++) {
        values[j] =
            j % 997 == 0 ? Double.NaN : 100 * (i + 1) + 40 * random.nextGaussian() + j / 50.0;
      }
      lines.add(new Line("line " + i, values, false));
    }
    return lines;
  }
}
