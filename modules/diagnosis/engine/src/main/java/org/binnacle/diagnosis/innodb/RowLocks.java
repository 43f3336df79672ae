package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// Waits for row locks, deadlocks, and waits that were given up.
final class RowLocks implements Section {

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Row locks");
    OptionalLong waiting = looks.status("innodb_row_lock_current_waits");
    waiting.ifPresent(
        some ->
            to.figure(
                "locks.waiting",
                "Waiting now",
                String.valueOf(some),
                some,
                some > 0 ? Severity.WARNING : Severity.OK,
                some > 0 ? "See Locks for who holds what they wait for." : ""));
    to.rate(
        "locks.waits",
        "Waits",
        looks.status("innodb_row_lock_waits"),
        looks.perS("innodb_row_lock_waits"));
    average(looks, to);
    looks
        .status("innodb_row_lock_time_max")
        .ifPresent(
            ms -> to.figure("locks.longest", "Longest wait", Span.words(ms * 1_000), ms * 1e3));
    happened(
        to,
        "locks.deadlocks",
        "Deadlocks",
        either(looks.metric("lock_deadlocks"), looks.status("innodb_deadlocks")),
        either(looks.metricPerS("lock_deadlocks"), looks.perS("innodb_deadlocks")),
        "See Deadlocks for who met whom.");
    happened(
        to,
        "locks.timeouts",
        "Waits given up",
        looks.metric("lock_timeouts"),
        looks.metricPerS("lock_timeouts"),
        "Statements fail with error 1205 after innodb_lock_wait_timeout.");
  }

  private static OptionalLong either(OptionalLong one, OptionalLong other) {
    return one.isPresent() ? one : other;
  }

  private static OptionalDouble either(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() ? one : other;
  }

  private static void happened(
      Telling to, String key, String name, OptionalLong all, OptionalDouble perS, String words) {
    if (all.isEmpty()) {
      to.lacks(name.toLowerCase(java.util.Locale.ROOT));
      return;
    }
    boolean now = perS.orElse(0) > 0;
    to.figure(
        key,
        name,
        "%,d".formatted(all.getAsLong()) + (now ? " (" + Amount.perS(perS.orElse(0)) + ")" : ""),
        perS.orElse(Double.NaN),
        now ? Severity.NOTICE : Severity.OK,
        now ? words : "");
  }

  private static void average(Between looks, Telling to) {
    OptionalLong waits = looks.grown("innodb_row_lock_waits");
    OptionalLong ms = looks.grown("innodb_row_lock_time");
    if (waits.isEmpty() || ms.isEmpty()) {
      return;
    }
    double us = waits.getAsLong() == 0 ? 0 : ms.getAsLong() * 1e3 / waits.getAsLong();
    boolean slow = us >= 1_000_000;
    to.figure(
        "locks.average",
        "A wait takes",
        waits.getAsLong() == 0 ? "no wait ended" : Span.words(Math.round(us)),
        us,
        slow ? Severity.WARNING : Severity.OK,
        slow ? "Locks are held for long: find the transactions that hold them." : "");
  }
}
