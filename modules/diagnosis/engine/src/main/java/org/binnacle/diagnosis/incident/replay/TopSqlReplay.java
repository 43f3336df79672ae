package org.binnacle.diagnosis.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.topsql.Counters;
import org.binnacle.diagnosis.topsql.Missing;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.kernel.InstanceRef;

/// The recorded statements: those that were counted, else those that were seen in the looks.
final class TopSqlReplay {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private TopSqlReplay() {}

  static TopWindow of(Recorded one, InstanceRef instance, Instant at) {
    Grid counted = one.grid("top-sql", "top-sql");
    String detail = one.part("top-sql").map(part -> part.detail()).orElse("");
    if (!counted.isEmpty()) {
      Duration measured = measured(one, counted);
      var rows = counted.lines().stream().map(line -> counted(line, measured)).toList();
      return window(instance, at, measured, rows, detail, false);
    }
    Grid sampled = one.grid("sessions", "by statement");
    if (sampled.isEmpty()) {
      return TopWindow.missing(
          instance,
          at,
          new Missing(
              "No statement was counted.",
              detail.isEmpty() ? "Nothing ended while it was recorded." : detail));
    }
    long looks =
        1
            + one.part("sessions").stream()
                .flatMap(part -> part.grids().keySet().stream())
                .filter(name -> name.startsWith("active "))
                .count();
    Duration measured = LOOK.multipliedBy(looks);
    var rows = sampled.lines().stream().map(line -> sampled(line, measured)).toList();
    return window(instance, at, measured, rows, detail, true);
  }

  private static TopWindow window(
      InstanceRef instance,
      Instant at,
      Duration measured,
      List<TopRow> rows,
      String detail,
      boolean sampled) {
    return new TopWindow(
        List.of(instance),
        at,
        at.plus(measured),
        measured,
        rows,
        Counters.ZERO,
        0,
        detail.isEmpty() ? List.of() : List.of(detail),
        List.of(),
        sampled);
  }

  /// Load times length is the time that was spent; the largest tells it most exactly.
  private static Duration measured(Recorded one, Grid counted) {
    Optional<Long> told =
        one.grid("top-sql", "window").lines().stream()
            .findFirst()
            .map(line -> line.number("measured_us", 0))
            .filter(us -> us > 0);
    if (told.isPresent()) {
      return Duration.ofNanos(told.get() * 1_000);
    }
    Grid.Line most = counted.lines().getFirst();
    double load = most.decimal("load").orElse(0);
    double spentUs = (double) most.number("count", 0) * most.number("avg_us", 0);
    return load < 0.01 ? Duration.ofMillis(2_500) : Duration.ofNanos((long) (spentUs / load * 1e3));
  }

  private static TopRow counted(Grid.Line line, Duration measured) {
    long count = line.number("count", 0);
    return row(
        line,
        new Counters(
            count,
            count * line.number("avg_us", 0),
            0,
            0,
            line.number("errors", 0),
            0,
            0,
            Math.round(count * line.decimal("avg_sent").orElse(0)),
            Math.round(count * line.decimal("avg_examined").orElse(0)),
            0,
            line.number("tmp_disk", 0),
            line.number("no_index", 0)),
        measured,
        line.text("new").equals("new"),
        0);
  }

  private static TopRow sampled(Grid.Line line, Duration measured) {
    long seen = line.number("seen", 0);
    return row(
        line,
        new Counters(seen, seen * LOOK.toNanos() / 1_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        measured,
        false,
        line.number("longest_us", 0));
  }

  private static TopRow row(
      Grid.Line line, Counters counters, Duration measured, boolean fresh, long longestUs) {
    return new TopRow(
        new StatementKey(line.text("schema"), line.text("digest")),
        new StatementText(line.text("statement"), line.text("sample_sql")),
        counters,
        measured,
        line.decimal("share_pct").orElse(0) / 100,
        fresh,
        Optional.empty(),
        Optional.empty(),
        longestUs,
        -1,
        -1);
  }
}
