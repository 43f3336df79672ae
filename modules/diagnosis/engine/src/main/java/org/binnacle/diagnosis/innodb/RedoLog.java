package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// What is written to the redo log, and how much of it may not be overwritten yet.
final class RedoLog implements Section {
  private static final double FILLING = 75;
  private static final double FULL = 90;
  private static final long SHORT_S = 600;

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Redo log");
    OptionalDouble perS = looks.perS("innodb_os_log_written");
    to.bytesPerS("redo.written", "Written", looks.status("innodb_os_log_written"), perS);
    OptionalLong capacity = capacity(looks);
    capacity.ifPresent(bytes -> to.figure("redo.capacity", "Capacity", Amount.bytes(bytes), bytes));
    age(looks, to, capacity);
    lasts(to, capacity, perS);
    to.rate(
        "redo.waits",
        "Waits for the log buffer",
        looks.status("innodb_log_waits"),
        looks.perS("innodb_log_waits"),
        Severity.WARNING,
        "Sessions wait for room in the log buffer: raise innodb_log_buffer_size.");
    to.rate(
        "redo.fsyncs",
        "Fsyncs of the log",
        looks.status("innodb_os_log_fsyncs"),
        looks.perS("innodb_os_log_fsyncs"));
    looks
        .variable("innodb_flush_log_at_trx_commit")
        .filter(value -> !value.equals("1"))
        .ifPresent(
            value ->
                to.figure(
                    "redo.durability",
                    "innodb_flush_log_at_trx_commit",
                    value,
                    Double.NaN,
                    Severity.NOTICE,
                    "Not 1: a crash of the machine loses up to a second of commits."));
  }

  /// The size of all files together; the server begins to hold writers back somewhat below it.
  private static OptionalLong capacity(Between looks) {
    OptionalLong told =
        looks.status("innodb_checkpoint_max_age", "innodb_redo_log_capacity_resized");
    if (told.orElse(0) > 0) {
      return told;
    }
    OptionalLong size = looks.number("innodb_log_file_size");
    return size.isEmpty()
        ? size
        : OptionalLong.of(
            size.getAsLong() * Math.max(1, looks.number("innodb_log_files_in_group").orElse(1)));
  }

  private static void age(Between looks, Telling to, OptionalLong capacity) {
    OptionalLong age = age(looks);
    if (age.isEmpty()) {
      to.lacks("checkpoint age (the text of InnoDB's status tells it)");
      return;
    }
    double percent =
        capacity.orElse(0) == 0 ? Double.NaN : 100.0 * age.getAsLong() / capacity.getAsLong();
    Severity severity =
        percent > FULL ? Severity.CRITICAL : percent > FILLING ? Severity.WARNING : Severity.OK;
    to.figure(
        "redo.age",
        "Checkpoint age",
        Amount.bytes(age.getAsLong())
            + (Double.isNaN(percent) ? "" : " (" + Amount.percent(percent) + ")"),
        age.getAsLong(),
        severity,
        severity == Severity.OK
            ? ""
            : "The redo log is nearly full: dirty pages are flushed in haste and writers wait. More"
                + " capacity (innodb_redo_log_capacity, innodb_log_file_size) or fewer writes.");
  }

  private static OptionalLong age(Between looks) {
    OptionalLong current = looks.status("innodb_redo_log_current_lsn");
    OptionalLong checkpoint = looks.status("innodb_redo_log_checkpoint_lsn");
    if (current.isPresent() && checkpoint.isPresent()) {
      return OptionalLong.of(Math.max(0, current.getAsLong() - checkpoint.getAsLong()));
    }
    OptionalLong told = looks.status("innodb_checkpoint_age");
    if (told.isPresent()) {
      return told;
    }
    // The metric is off by default, and then stands still at nought.
    OptionalLong metric = looks.metric("log_lsn_checkpoint_age");
    return metric.orElse(0) > 0 ? metric : OptionalLong.empty();
  }

  private static void lasts(Telling to, OptionalLong capacity, OptionalDouble perS) {
    if (capacity.isEmpty() || perS.orElse(0) < 1_024) {
      return;
    }
    double seconds = capacity.getAsLong() / perS.getAsDouble();
    boolean brief = seconds < SHORT_S;
    to.figure(
        "redo.lasts",
        "Capacity lasts for",
        Span.wholeSeconds(Math.round(seconds) * 1_000_000),
        seconds,
        brief ? Severity.NOTICE : Severity.OK,
        brief ? "At this rate of writing it is short: an hour of writes is a good size." : "");
  }
}
