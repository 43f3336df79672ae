package org.binnacle.diagnosis.pulse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.health.Limit;
import org.binnacle.diagnosis.health.ThresholdName;
import org.binnacle.diagnosis.health.ThresholdRule;
import org.binnacle.diagnosis.health.ThresholdRules;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thresholds of each instance by the settings and its tags; read again each five seconds, so
/// that a changed setting or tag counts soon. Settings that are not understood are left out, and
/// said in the log. From any thread.
public final class LimitBook implements Function<String, Thresholds> {
  private static final Logger LOG = LoggerFactory.getLogger(LimitBook.class);
  private static final Duration HOLDS = Duration.ofSeconds(5);

  private final Settings settings;
  private final Fleet fleet;
  private volatile Page page;

  private record Ruled(Predicate<String> whom, Map<ThresholdName, Limit> limits) {}

  /// What the settings said.
  private record Page(
      String text, Thresholds usual, List<Ruled> rules, Map<String, Thresholds> known, long atNs) {

    Thresholds of(String id) {
      return rules.isEmpty() ? usual : known.computeIfAbsent(id, this::judged);
    }

    private Thresholds judged(String id) {
      Thresholds limits = usual;
      for (Ruled rule : rules) {
        limits = rule.whom().test(id) ? limits.with(rule.limits()) : limits;
      }
      return limits;
    }
  }

  public LimitBook(Settings settings, Fleet fleet) {
    this.settings = settings;
    this.fleet = fleet;
    this.page = read("");
  }

  @Override
  public Thresholds apply(String id) {
    Page now = page;
    if (System.nanoTime() - now.atNs() > HOLDS.toNanos()) {
      now = read(now.text());
      page = now;
    }
    return now.of(id);
  }

  /// @param before what was read last, so that a mistake is said once
  private Page read(String before) {
    String text = settings.get(PulseSettings.THRESHOLDS).orElse("");
    var rules = new ArrayList<Ruled>();
    try {
      for (ThresholdRule rule : ThresholdRules.parse(text)) {
        rules.add(
            new Ruled(
                rule.selector().isEmpty() ? id -> true : fleet.select(rule.selector()),
                rule.limits()));
      }
    } catch (Fault fault) {
      rules.clear();
      if (!text.equals(before)) {
        LOG.warn("{} is left out: {}", PulseSettings.THRESHOLDS, fault.getMessage());
      }
    }
    return new Page(
        text,
        PulseSettings.thresholds(settings),
        List.copyOf(rules),
        new ConcurrentHashMap<>(),
        System.nanoTime());
  }
}
