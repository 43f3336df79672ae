package org.binnacle.app.start;

import java.util.Map;
import java.util.function.Consumer;
import org.binnacle.diagnosis.health.ThresholdRules;
import org.binnacle.diagnosis.pulse.PulseSettings;
import org.binnacle.diagnosis.replication.HeartbeatRules;
import org.binnacle.inventory.Selector;

/// What typed settings must be, in the words of the rooms that read them.
public final class SettingChecks {
  private SettingChecks() {}

  /// By key; each throws a fault that says what is wrong.
  public static Map<String, Consumer<String>> all() {
    return Map.of(
        PulseSettings.THRESHOLDS, SettingChecks::thresholds,
        HeartbeatRules.SETTING, SettingChecks::heartbeats);
  }

  private static void heartbeats(String text) {
    HeartbeatRules.check(
        text,
        where -> {
          Selector.parse(where);
          return id -> true;
        });
  }

  private static void thresholds(String text) {
    ThresholdRules.parse(text).forEach(rule -> Selector.parse(rule.selector()));
  }
}
