package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.binnacle.kernel.Severity;

/// How well the buffer pool holds what is read, and how hard it is to find a free page.
final class BufferPool implements Section {
  private static final long ENOUGH_READS = 1_000;

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Buffer pool");
    looks
        .number("innodb_buffer_pool_size")
        .ifPresent(size -> to.figure("pool.size", "Size", Amount.bytes(size), size));
    double pages = looks.status("innodb_buffer_pool_pages_total").orElse(0);
    if (pages > 0) {
      share(looks, to, "pool.data", "Filled", "innodb_buffer_pool_pages_data", pages);
      share(looks, to, "pool.free", "Free", "innodb_buffer_pool_pages_free", pages);
      dirty(looks, to, pages);
    }
    hits(looks, to);
    to.rate(
        "pool.reads",
        "Pages read from disk",
        looks.status("innodb_buffer_pool_reads"),
        looks.perS("innodb_buffer_pool_reads"));
    to.rate(
        "pool.read-ahead",
        "Pages read ahead",
        looks.status("innodb_buffer_pool_read_ahead"),
        looks.perS("innodb_buffer_pool_read_ahead"));
    to.rate(
        "pool.wait-free",
        "Waits for a free page",
        looks.status("innodb_buffer_pool_wait_free"),
        looks.perS("innodb_buffer_pool_wait_free"),
        Severity.WARNING,
        "Sessions wait until a page is written out: raise innodb_io_capacity, or the pool is too"
            + " small.");
    to.rate(
        "pool.flushed",
        "Pages flushed",
        looks.status("innodb_buffer_pool_pages_flushed"),
        looks.perS("innodb_buffer_pool_pages_flushed"));
  }

  private static void share(
      Between looks, Telling to, String key, String name, String counter, double pages) {
    looks
        .status(counter)
        .ifPresent(
            some -> to.figure(key, name, Amount.percent(100 * some / pages), 100 * some / pages));
  }

  private static void dirty(Between looks, Telling to, double pages) {
    OptionalLong dirty = looks.status("innodb_buffer_pool_pages_dirty");
    if (dirty.isEmpty()) {
      return;
    }
    double percent = 100 * dirty.getAsLong() / pages;
    double limit = looks.number("innodb_max_dirty_pages_pct").orElse(90);
    boolean near = limit > 0 && percent > limit * 0.9;
    to.figure(
        "pool.dirty",
        "Dirty",
        Amount.percent(percent),
        percent,
        near ? Severity.WARNING : Severity.OK,
        near
            ? "Near innodb_max_dirty_pages_pct (%.0f): from there on flushing takes all it can."
                .formatted(limit)
            : "");
  }

  private static void hits(Between looks, Telling to) {
    OptionalLong asked = looks.grown("innodb_buffer_pool_read_requests");
    OptionalLong read = looks.grown("innodb_buffer_pool_reads");
    OptionalDouble hit = rate(asked, read);
    boolean some = asked.orElse(0) >= ENOUGH_READS && hit.isPresent();
    Severity severity =
        !some || hit.getAsDouble() >= 99
            ? Severity.OK
            : hit.getAsDouble() >= 95 ? Severity.NOTICE : Severity.WARNING;
    to.figure(
        "pool.hit",
        "Hit rate now",
        hit.isPresent() ? Amount.percent(hit.getAsDouble()) : Telling.NOT_YET,
        hit.orElse(Double.NaN),
        severity,
        severity == Severity.OK
            ? ""
            : "%s of what is read now comes from the disk: it does not fit into the pool, or is"
                    .formatted(Amount.percent(100 - hit.orElse(100)))
                + " read for the first time.");
    rate(looks.status("innodb_buffer_pool_read_requests"), looks.status("innodb_buffer_pool_reads"))
        .ifPresent(
            all -> to.figure("pool.hit-all", "Hit rate since start", Amount.percent(all), all));
  }

  private static OptionalDouble rate(OptionalLong asked, OptionalLong read) {
    return asked.orElse(0) == 0 || read.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.max(0, 100.0 * (asked.getAsLong() - read.getAsLong()) / asked.getAsLong()));
  }
}
