package org.binnacle.explain.view.plan;

import java.util.Locale;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.live.Explained;

/// How a plan was got, in words and back.
public final class Origins {
  private Origins() {}

  static String words(Explained.Origin origin) {
    return switch (origin) {
      case ESTIMATED -> "estimated";
      case MEASURED -> "run and measured";
      case RUNNING -> "plan of the running thread";
      case RUNNING_TEXT -> "plan of the thread's statement now";
    };
  }

  /// @param kept {@link KeptPlan#origin}
  public static String words(String kept) {
    for (Explained.Origin origin : Explained.Origin.values()) {
      if (origin.name().equals(kept)) {
        return words(origin);
      }
    }
    return kept.equals(KeptPlan.TEXT) ? "" : kept.toLowerCase(Locale.ROOT);
  }

  static String kept(String words) {
    for (Explained.Origin origin : Explained.Origin.values()) {
      if (words(origin).equals(words)) {
        return origin.name();
      }
    }
    return KeptPlan.TEXT;
  }
}
