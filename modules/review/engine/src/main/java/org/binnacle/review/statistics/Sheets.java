package org.binnacle.review.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.history.KeptRun;

/// The statistics as sheets. Durations are in hours.
public final class Sheets {
  private Sheets() {}

  public static Sheet topRules(List<RuleCount> rules) {
    var rows = new ArrayList<List<Object>>();
    for (RuleCount r : rules) {
      rows.add(
          List.of(
              r.rule(),
              r.level().word(),
              r.found(),
              r.open(),
              r.fixed(),
              r.suppressed(),
              r.files(),
              r.share()));
    }
    return new Sheet(
        "topRules",
        List.of("rule", "level", "found", "open", "fixed", "suppressed", "files", "share"),
        rows);
  }

  public static Sheet suppressions(List<RuleCount> rules) {
    var rows = new ArrayList<List<Object>>();
    for (RuleCount r : rules) {
      rows.add(List.of(r.rule(), r.level().word(), r.found(), r.suppressed(), r.suppressionRate()));
    }
    return new Sheet("suppressions", List.of("rule", "level", "found", "suppressed", "rate"), rows);
  }

  public static Sheet trend(List<TrendPoint> points, Statistics.Who who) {
    var rows = new ArrayList<List<Object>>();
    for (TrendPoint p : points) {
      Optional<Object> rate =
          p.foundPerHundred().isPresent()
              ? Optional.of(p.foundPerHundred().getAsDouble())
              : Optional.empty();
      rows.add(
          List.of(
              p.from().toString(),
              p.name(),
              p.statements(),
              p.found(),
              p.errors(),
              p.fixed(),
              rate));
    }
    String name = who == Statistics.Who.AUTHOR ? "author" : "project";
    return new Sheet(
        "trend",
        List.of("from", name, "statements", "found", "errors", "fixed", "foundPerHundred"),
        rows);
  }

  public static Sheet repeated(List<Repeated> all) {
    var rows = new ArrayList<List<Object>>();
    for (Repeated r : all) {
      rows.add(
          List.of(
              r.rule(),
              r.places(),
              r.returned(),
              r.first(),
              r.last(),
              r.authors(),
              r.fingerprint(),
              r.words()));
    }
    return new Sheet(
        "repeated",
        List.of(
            "rule", "places", "returned", "first", "last", "authors", "fingerprint", "statement"),
        rows);
  }

  public static Sheet timeToFix(List<FixTime> all) {
    var rows = new ArrayList<List<Object>>();
    for (FixTime t : all) {
      rows.add(
          List.of(
              t.rule().isEmpty() ? "(all)" : t.rule(),
              t.fixed(),
              hours(t.median()),
              hours(t.slowest()),
              t.open(),
              hours(t.openAge())));
    }
    return new Sheet(
        "timeToFix",
        List.of("rule", "fixed", "medianHours", "ninetyHours", "open", "openAgeHours"),
        rows);
  }

  private static Optional<Object> hours(Optional<Duration> time) {
    return time.map(d -> d.toMillis() / 3_600_000.0);
  }

  public static Sheet runs(List<KeptRun> runs) {
    var rows = new ArrayList<List<Object>>();
    for (KeptRun r : runs) {
      var t = r.totals();
      rows.add(
          List.of(
              r.id().toString(),
              r.at(),
              r.project(),
              r.origin().name().toLowerCase(java.util.Locale.ROOT),
              r.ruleSet(),
              r.ruleSetHash(),
              r.server(),
              t.files(),
              t.statements(),
              t.errors(),
              t.warnings(),
              t.notices(),
              t.suppressed(),
              t.known()));
    }
    return new Sheet(
        "runs",
        List.of(
            "id",
            "at",
            "project",
            "origin",
            "ruleSet",
            "ruleSetHash",
            "server",
            "files",
            "statements",
            "errors",
            "warnings",
            "notices",
            "suppressed",
            "baseline"),
        rows);
  }
}
