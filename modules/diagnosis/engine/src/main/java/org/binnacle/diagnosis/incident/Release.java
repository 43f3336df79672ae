package org.binnacle.diagnosis.incident;

import java.util.Locale;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;

/// How far a value must go back after a trigger fired before the trigger may fire again: without
/// it, one trouble that lasts is captured anew after every cool-down.
public sealed interface Release {
  /// Where a share of the threshold is kept for all triggers that give no value of their own:
  /// `0.9`, or `off`.
  String SETTING = "incident.release";

  /// A share of the threshold; where a trigger fires below it, that much above.
  record Usual(double share) implements Release {
    public static final Release SHIPPED = new Usual(0.9);
  }

  /// This value, given by the user.
  record At(double value) implements Release {}

  /// It need not go back: after the cool-down it fires again as long as it holds.
  record Off() implements Release {}

  /// Reads nothing (the usual one), a number, or `off`.
  ///
  /// @throws Fault with {@link IncidentFaults#TRIGGER} where it is none of them
  static Release of(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return Usual.SHIPPED;
    }
    if (word.equals("off")) {
      return new Off();
    }
    if (!word.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
      throw new Fault(
          IncidentFaults.TRIGGER, "the release value is a number or off, not '" + text + "'");
    }
    return new At(Double.parseDouble(word));
  }

  /// What is usual for all triggers, as the setting has it.
  static Release usual(Settings settings) {
    String kept = settings.get(SETTING).orElse("");
    if (kept.equals("off")) {
      return new Off();
    }
    return kept.matches("0\\.[1-9]") ? new Usual(Double.parseDouble(kept)) : Usual.SHIPPED;
  }

  /// What {@link #of} reads.
  default String text() {
    return switch (this) {
      case Usual usual -> "";
      case At(double value) -> number(value);
      case Off off -> "off";
    };
  }

  /// `18`, `22.5`.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
  }
}
