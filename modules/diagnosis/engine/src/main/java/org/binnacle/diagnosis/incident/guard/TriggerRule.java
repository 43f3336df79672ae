package org.binnacle.diagnosis.incident.guard;

import java.time.Duration;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.diagnosis.incident.Trigger;
import org.binnacle.kernel.Fault;

/// When which instances are captured by themselves.
///
/// @param on whether it is in force
/// @param where a selector of the inventory, such as `cluster:shop`; empty for all instances
/// @param condition as {@link Trigger#of} reads it
/// @param cycles looks in a row at which it holds
/// @param coolDown how long an instance is left alone after it fired there
/// @param release where the value must have been there before it fires again
/// @param mostADay captures that it may take in a day, over all instances
/// @param cluster whether the other instances of its cluster are captured with it
public record TriggerRule(
    String id,
    boolean on,
    String where,
    String condition,
    int cycles,
    Duration coolDown,
    Release release,
    int mostADay,
    boolean cluster) {
  /// Bounds what a rule that always holds can do.
  private static final int MOST_A_DAY = 200;

  private static final Duration LEAST_COOL_DOWN = Duration.ofSeconds(10);

  /// @throws Fault with {@link IncidentFaults#TRIGGER} or that of a query where it makes no sense
  public TriggerRule {
    where = where.strip();
    condition = condition.strip();
    if (cycles < 1 || cycles > 1_000) {
      throw new Fault(IncidentFaults.TRIGGER, "cycles are 1 to 1,000, not " + cycles);
    }
    if (coolDown.compareTo(LEAST_COOL_DOWN) < 0) {
      throw new Fault(IncidentFaults.TRIGGER, "a cool-down is 10 seconds or more");
    }
    if (mostADay < 1 || mostADay > MOST_A_DAY) {
      throw new Fault(IncidentFaults.TRIGGER, "a day has 1 to " + MOST_A_DAY + " captures");
    }
    Trigger.of(condition, cycles, coolDown, release);
  }

  /// Captures the instance alone, and again once the value has gone back as usual.
  public TriggerRule(
      String id,
      boolean on,
      String where,
      String condition,
      int cycles,
      Duration coolDown,
      int mostADay) {
    this(id, on, where, condition, cycles, coolDown, Release.Usual.SHIPPED, mostADay, false);
  }

  /// @param usual for a rule that gives no release value of its own
  public Trigger trigger(Release usual) {
    return Trigger.of(
        condition, cycles, coolDown, release instanceof Release.Usual ? usual : release);
  }

  public TriggerRule switched(boolean to) {
    return new TriggerRule(id, to, where, condition, cycles, coolDown, release, mostADay, cluster);
  }

  /// `cluster:shop`, or `all instances`.
  public String whereWords() {
    return where.isEmpty() ? "all instances" : where;
  }
}
