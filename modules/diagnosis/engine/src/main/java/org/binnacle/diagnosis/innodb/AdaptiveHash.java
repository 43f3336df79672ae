package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.kernel.Severity;

/// Whether the adaptive hash index is on, and how often it finds what is searched.
final class AdaptiveHash implements Section {
  private static final double SELDOM = 20;
  private static final double BUSY = 1_000;

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Adaptive hash index");
    var on = looks.variable("innodb_adaptive_hash_index");
    if (on.isEmpty()) {
      to.lacks("adaptive hash index");
      return;
    }
    boolean used = on.get().equalsIgnoreCase("ON") || on.get().equals("1");
    to.figure("hash.on", "On", used ? "yes" : "no", used ? 1 : 0);
    if (!used) {
      return;
    }
    OptionalDouble found =
        either(
            looks.perS("innodb_adaptive_hash_hash_searches"),
            looks.metricPerS("adaptive_hash_searches"));
    OptionalDouble missed =
        either(
            looks.perS("innodb_adaptive_hash_non_hash_searches"),
            looks.metricPerS("adaptive_hash_searches_btree"));
    OptionalLong counter =
        looks.status("innodb_adaptive_hash_hash_searches").isPresent()
            ? looks.status("innodb_adaptive_hash_hash_searches")
            : looks.metric("adaptive_hash_searches");
    double searches = found.orElse(0) + missed.orElse(0);
    double percent = searches == 0 ? Double.NaN : 100 * found.orElse(0) / searches;
    boolean useless = searches > BUSY && percent < SELDOM;
    to.rate("hash.found", "Searches it answers", counter, found);
    if (!Double.isNaN(percent)) {
      to.figure(
          "hash.share",
          "Share of all searches",
          Amount.percent(percent),
          percent,
          useless ? Severity.NOTICE : Severity.OK,
          useless ? "It finds little and its latch costs: try it off." : "");
    }
  }

  private static OptionalDouble either(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }
}
