package org.binnacle.diagnosis.session;

import java.util.Locale;

/// Lengths of time as people read them in a table, always with their unit.
public final class Span {
  private Span() {}

  /// `45 µs`, `1.4 ms`, `12 ms`, `0.91 s`, `71.2 s`, `6m12s`, `3h05m`, `2d04h`.
  public static String words(long us) {
    if (us < 0) {
      return "";
    }
    if (us < 1_000) {
      return us == 0 ? "0 s" : us + " µs";
    }
    if (us < 10_000) {
      return String.format(Locale.ROOT, "%.1f ms", us / 1e3);
    }
    if (us < 1_000_000) {
      return us / 1_000 + " ms";
    }
    if (us < 10_000_000) {
      return String.format(Locale.ROOT, "%.2f s", Math.floor(us / 1e4) / 100);
    }
    if (us < 120_000_000) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(us / 1e5) / 10);
    }
    return large(us / 1_000_000);
  }

  /// As {@link #words}, for a value that is only known in whole seconds.
  public static String wholeSeconds(long us) {
    long seconds = us / 1_000_000;
    return seconds < 120 ? seconds + " s" : large(seconds);
  }

  private static String large(long seconds) {
    long minutes = seconds / 60;
    if (minutes < 60) {
      return String.format(Locale.ROOT, "%dm%02ds", minutes, seconds % 60);
    }
    long hours = minutes / 60;
    return hours < 48
        ? String.format(Locale.ROOT, "%dh%02dm", hours, minutes % 60)
        : String.format(Locale.ROOT, "%dd%02dh", hours / 24, hours % 24);
  }
}
