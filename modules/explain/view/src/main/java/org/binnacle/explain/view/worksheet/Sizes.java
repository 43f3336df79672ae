package org.binnacle.explain.view.worksheet;

import java.util.Locale;

/// Sizes in few letters. Pure.
public final class Sizes {
  private Sizes() {}

  public static String bytes(long bytes) {
    return scaled(bytes, 1024, new String[] {" B", " KiB", " MiB", " GiB", " TiB"});
  }

  /// All digits where they are few.
  public static String count(long count) {
    return count < 100_000
        ? String.format(Locale.ROOT, "%,d", count)
        : scaled(count, 1000, new String[] {"", "k", "M", "G", "T"});
  }

  private static String scaled(long size, int by, String[] units) {
    double value = size;
    int unit = 0;
    while (value >= by && unit < units.length - 1) {
      value /= by;
      unit++;
    }
    String number =
        unit == 0 || value >= 100
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.1f", value);
    return number + units[unit];
  }
}
