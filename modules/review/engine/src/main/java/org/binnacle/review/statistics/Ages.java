package org.binnacle.review.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.history.Life;

/// Collects how long findings of a rule live.
final class Ages {
  private final String rule;
  private final List<Duration> fixed = new ArrayList<>();
  private final List<Duration> open = new ArrayList<>();

  Ages(String rule) {
    this.rule = rule;
  }

  void add(Life life, Instant now) {
    life.length().ifPresentOrElse(fixed::add, () -> open.add(Duration.between(life.first(), now)));
  }

  FixTime time() {
    Collections.sort(fixed);
    Collections.sort(open);
    return new FixTime(
        rule, fixed.size(), at(fixed, 0.5), at(fixed, 0.9), open.size(), at(open, 0.5));
  }

  /// The smallest value that so many are not above (nearest rank).
  private static Optional<Duration> at(List<Duration> sorted, double part) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((int) Math.ceil(part * sorted.size()) - 1));
  }
}
