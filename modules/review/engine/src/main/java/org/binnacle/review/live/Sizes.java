package org.binnacle.review.live;

import java.time.Duration;

/// Sizes and times as people read them.
public final class Sizes {
  private Sizes() {}

  /// `340 MB`
  public static String shown(long bytes) {
    if (bytes < 1_048_576) {
      return bytes / 1024 + " kB";
    }
    return bytes < 10L * 1_073_741_824 ? bytes / 1_048_576 + " MB" : bytes / 1_073_741_824 + " GB";
  }

  /// `40 s`, `12 min`, `3 h`
  public static String shown(Duration time) {
    long s = Math.max(1, time.toSeconds());
    return s < 120 ? s + " s" : s < 7200 ? (s + 30) / 60 + " min" : (s + 1800) / 3600 + " h";
  }
}
