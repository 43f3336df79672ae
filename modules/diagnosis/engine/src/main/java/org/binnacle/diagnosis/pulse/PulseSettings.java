package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.kernel.Settings;

/// What a user may set about the look at the fleet.
public final class PulseSettings {
  /// Seconds between two looks at one instance, 1 to 60.
  public static final String INTERVAL = "board.interval-s";

  /// Users whose statements may run long, separated by commas, `*` for any text.
  public static final String EXEMPT = "board.reporting-users";

  /// Thresholds that are not the usual ones, by tag; see {@link
  /// org.binnacle.diagnosis.health.ThresholdRules}.
  public static final String THRESHOLDS = "board.thresholds";

  private static final Duration USUAL = Duration.ofSeconds(5);

  private PulseSettings() {}

  public static Duration interval(Settings settings) {
    try {
      return settings
          .get(INTERVAL)
          .map(text -> Duration.ofSeconds(Math.clamp(Long.parseLong(text.strip()), 1, 60)))
          .orElse(USUAL);
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  public static Thresholds thresholds(Settings settings) {
    List<String> exempt =
        settings
            .get(EXEMPT)
            .map(
                text ->
                    Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(user -> !user.isEmpty())
                        .toList())
            .orElse(List.of());
    return Thresholds.standard().exempting(exempt);
  }
}
