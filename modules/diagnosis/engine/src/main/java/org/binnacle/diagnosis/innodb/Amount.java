package org.binnacle.diagnosis.innodb;

import java.util.Locale;

/// Amounts as people read them.
public final class Amount {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private Amount() {}

  /// `1.5 GiB`.
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 || value >= 100
        ? "%,d %s".formatted(Math.round(value), UNITS[unit])
        : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /// `1,234 /s`, `0.3 /s`.
  public static String perS(double rate) {
    return decimal(rate) + " /s";
  }

  /// `99.98 %`.
  public static String percent(double percent) {
    return percent >= 99.995 || percent == 0
        ? Math.round(percent) + " %"
        : String.format(Locale.ROOT, percent > 99 || percent < 1 ? "%.2f %%" : "%.1f %%", percent);
  }

  static String decimal(double value) {
    if (value >= 100 || value == Math.rint(value)) {
      return "%,d".formatted(Math.round(value));
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }
}
