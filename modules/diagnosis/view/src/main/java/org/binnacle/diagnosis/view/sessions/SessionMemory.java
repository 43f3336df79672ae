package org.binnacle.diagnosis.view.sessions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.mark.MarkRules;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.diagnosis.session.Noise;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.kernel.Settings;

/// What the process list remembers between starts: pace, what is hidden, saved filters, colour
/// rules.
final class SessionMemory {
  private static final String INTERVAL = "sessions.interval";
  private static final String SHOWN_NOISE = "sessions.noise.shown";

  private final Settings settings;
  private final SavedFilters filters;

  SessionMemory(Settings settings) {
    this.settings = settings;
    this.filters = new SavedFilters(settings);
  }

  Duration interval() {
    try {
      return Duration.ofMillis(Long.parseLong(settings.get(INTERVAL).orElse("1000")));
    } catch (NumberFormatException e) {
      return Duration.ofSeconds(1);
    }
  }

  void interval(Duration every) {
    settings.put(INTERVAL, String.valueOf(every.toMillis()));
  }

  NoiseFilter noise() {
    NoiseFilter filter = NoiseFilter.standard();
    String kept = settings.get(SHOWN_NOISE).orElse("");
    for (Noise one : Noise.values()) {
      filter = filter.with(one, !List.of(kept.split(",")).contains(one.name()));
    }
    return filter;
  }

  void noise(NoiseFilter filter) {
    var visible = List.of(Noise.values()).stream().filter(one -> !filter.hidden().contains(one));
    settings.put(SHOWN_NOISE, String.join(",", visible.map(Noise::name).toList()));
  }

  /// Saved filters by name.
  Map<String, String> filters() {
    return filters.all();
  }

  void saveFilter(String name, String text) {
    filters.keep(name, text);
  }

  void removeFilter(String name) {
    filters.remove(name);
  }

  /// The user's rules, or those of the first start.
  MarkRules marks() {
    return settings.get(MarkRules.SETTING).flatMap(MarkRules::read).orElseGet(MarkRules::shipped);
  }

  void marks(MarkRules rules) {
    if (rules.equals(MarkRules.shipped())) {
      settings.remove(MarkRules.SETTING);
    } else {
      settings.put(MarkRules.SETTING, rules.text());
    }
  }
}
