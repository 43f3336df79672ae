package org.binnacle.app.window;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.binnacle.fxkit.PaletteSource.Entry;

/// How long one letter in the palette takes over 10,000 entries.
final class PaletteBench {
  private PaletteBench() {}

  public static void main(String[] arguments) {
    List<Entry> entries =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    new Entry(
                        "instance",
                        "prod-shop-%05d-db%d".formatted(i, i % 7),
                        "10.%d.%d.%d:3306 production eu-west".formatted(i % 9, i % 250, i % 99),
                        "",
                        "",
                        () -> {}))
            .toList();
    var search = new PaletteSearch(entries);
    var typed = new String[] {"p", "ps", "shop", "shop-0042", "sh db3", "10.3.4", "zzz"};
    var times = new double[400];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      if (search.best(typed[i % typed.length], 100).size() > 100) {
        throw new IllegalStateException();
      }
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = Arrays.stream(times).limit(7).max().orElseThrow();
    Arrays.sort(times);
    System.out.printf(
        "10,000 entries: median %.1f ms, p95 %.1f ms, slowest of the first seven %.1f ms%n",
        times[200], times[380], first);
  }
}
