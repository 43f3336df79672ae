package org.binnacle.diagnosis.health;

import java.util.Map;

/// Thresholds of some instances that are not the usual ones.
///
/// @param selector which instances, as the inventory selects them (`tag:reports -env:test`); empty
///   for all
/// @param limits by the name of {@link ThresholdName}
public record ThresholdRule(String selector, Map<ThresholdName, Limit> limits) {
  public ThresholdRule {
    limits = Map.copyOf(limits);
  }
}
