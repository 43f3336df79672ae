package org.binnacle.review.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.ReviewStore;
import org.binnacle.review.history.Scope;
import org.binnacle.review.report.Told;

/// Figures over the findings that were kept. A finding counts once however many runs saw it.
public final class Statistics {
  private final ReviewStore store;

  public Statistics(ReviewStore store) {
    this.store = store;
  }

  /// Whom a trend is about.
  public enum Who {
    AUTHOR,
    PROJECT;

    String of(Life life) {
      return this == AUTHOR ? life.seen().author() : life.project();
    }

    String of(ReviewStore.Share share) {
      return this == AUTHOR ? share.author() : share.project();
    }
  }

  /// Rules by how much they find, those that find most first.
  public List<RuleCount> topRules(Scope scope) {
    var tallies = new TreeMap<String, Tally>();
    store.lives(
        scope,
        life -> {
          if (life.seen().state() != Told.State.KNOWN) {
            tallies.computeIfAbsent(life.rule(), Tally::new).add(life);
          }
        });
    int all = tallies.values().stream().mapToInt(Tally::found).sum();
    return tallies.values().stream()
        .map(t -> t.count(all))
        .sorted(Comparator.comparingInt(RuleCount::found).reversed())
        .toList();
  }

  /// Rules by how many of their findings are suppressed, the worst first; those without any left
  /// out.
  public List<RuleCount> suppressions(Scope scope) {
    return topRules(scope).stream()
        .filter(rule -> rule.suppressed() > 0)
        .sorted(
            Comparator.comparingDouble(RuleCount::suppressionRate)
                .thenComparingLong(RuleCount::suppressed)
                .reversed())
        .toList();
  }

  /// In the order of time, then of names.
  public List<TrendPoint> trend(Scope scope, Who who, Step step, ZoneId zone) {
    var pieces = new Pieces();
    store.shares(
        scope, share -> pieces.wrote(step.from(day(share.at(), zone)), who.of(share), share));
    store.lives(
        scope,
        life -> {
          if (life.seen().state() != Told.State.KNOWN) {
            if (isIn(scope, life.first())) {
              pieces.found(step.from(day(life.first(), zone)), who.of(life), life);
            }
            life.fixed()
                .filter(at -> isIn(scope, at) && life.seen().state() == Told.State.OPEN)
                .ifPresent(at -> pieces.fixed(step.from(day(at, zone)), who.of(life)));
          }
        });
    return pieces.points();
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  private static boolean isIn(Scope scope, Instant at) {
    return scope.since().filter(at::isBefore).isEmpty();
  }

  /// Findings that are in several files or came back, those in most places first.
  public List<Repeated> repeated(Scope scope, int limit) {
    var groups = new HashMap<List<String>, Again>();
    store.lives(
        scope,
        life -> {
          var mark = life.seen().mark();
          if (!mark.fingerprint().isEmpty() && life.seen().state() != Told.State.KNOWN) {
            groups
                .computeIfAbsent(List.of(mark.rule(), mark.fingerprint()), k -> new Again())
                .add(life);
          }
        });
    groups.values().removeIf(again -> !again.isRepeated());
    List<Map.Entry<List<String>, Again>> worst =
        groups.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<List<String>, Again> e) -> e.getValue().weight())
                    .reversed()
                    .thenComparing(e -> e.getKey().toString()))
            .limit(limit)
            .toList();
    Map<String, String> words =
        store.words(worst.stream().map(e -> e.getKey().get(1)).distinct().toList());
    return worst.stream()
        .map(
            e ->
                e.getValue()
                    .told(
                        e.getKey().get(0),
                        e.getKey().get(1),
                        words.getOrDefault(e.getKey().get(1), "")))
        .toList();
  }

  /// All rules together first, then each, those that take longest first.
  ///
  /// @param now to which the ages of open findings are counted
  public List<FixTime> timeToFix(Scope scope, Instant now) {
    var all = new Ages("");
    var rules = new TreeMap<String, Ages>();
    store.lives(
        scope,
        life -> {
          if (life.seen().state() == Told.State.OPEN && !life.path().equals("-")) {
            all.add(life, now);
            rules.computeIfAbsent(life.rule(), Ages::new).add(life, now);
          }
        });
    if (rules.isEmpty()) {
      return List.of();
    }
    var times = new ArrayList<FixTime>();
    times.add(all.time());
    rules.values().stream()
        .map(Ages::time)
        .sorted(
            Comparator.comparing((FixTime t) -> t.median().orElse(java.time.Duration.ZERO))
                .reversed())
        .forEach(times::add);
    return times;
  }
}
