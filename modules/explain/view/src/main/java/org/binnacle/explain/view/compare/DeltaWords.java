package org.binnacle.explain.view.compare;

import java.util.OptionalDouble;
import org.binnacle.explain.compare.Delta;
import org.binnacle.explain.mouth.Figures;

/// Two figures in words: `12.4 → 3.1 (÷4)`. Pure.
public final class DeltaWords {
  private DeltaWords() {}

  /// Empty where nothing is known.
  public static String of(Delta delta) {
    if (delta.before().isEmpty() && delta.after().isEmpty()) {
      return "";
    }
    if (delta.before().equals(delta.after())) {
      return figure(delta.after());
    }
    return figure(delta.before()) + " → " + figure(delta.after()) + times(delta);
  }

  private static String figure(OptionalDouble value) {
    if (value.isEmpty()) {
      return "?";
    }
    double one = value.getAsDouble();
    return Figures.plain(one >= 1 ? Math.round(one * 10) / 10.0 : one);
  }

  private static String times(Delta delta) {
    double was = delta.before().orElse(0);
    double is = delta.after().orElse(0);
    if (was <= 0 || is <= 0) {
      return "";
    }
    double ratio = is / was;
    return ratio >= 1.1
        ? "  (" + Figures.times(ratio).replace('x', '×') + ")"
        : ratio <= 0.91 ? "  (÷" + Figures.times(1 / ratio).substring(1) + ")" : "";
  }
}
