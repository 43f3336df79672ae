package org.binnacle.diagnosis.view.instance;

import java.time.Duration;
import java.util.Locale;

/// How often an instance is looked at, where that is less often than wanted.
public final class Paces {
  public static final String WHY =
      "Looks come less often than chosen: the server answers slowly, or with so many sessions or"
          + " locks each look keeps it busy, and it is spared.";

  private Paces() {}

  /// `each 1.3 s`.
  public static String each(Duration every) {
    return String.format(Locale.ROOT, "each %.1f s", every.toMillis() / 1e3);
  }
}
