package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;

/// Judges one instance look by look: remembers what is usual for it, and each term's level. Not for
/// several threads.
public final class Judge {
  private final Supplier<Thresholds> limits;
  private final Duration interval;
  private final Usual usual = new Usual();
  private final Map<Term, Hysteresis> terms = new LinkedHashMap<>();
  private Optional<Vitals> vitals = Optional.empty();
  private int misses;

  /// @param interval usual time between two looks
  public Judge(Thresholds limits, Duration interval) {
    this(() -> limits, interval);
  }

  /// @param limits asked at each look
  /// @param interval usual time between two looks
  public Judge(Supplier<Thresholds> limits, Duration interval) {
    this.limits = limits;
    this.interval = interval;
    Terms.shipped().forEach(term -> terms.put(term, new Hysteresis()));
  }

  /// After a look that was answered.
  ///
  /// @param silenced until when a term is acknowledged
  public Health answered(Vitals seen, Function<String, Optional<Instant>> silenced) {
    vitals = Optional.of(seen);
    misses = 0;
    Health health = judge(Optional.empty(), seen.at(), silenced);
    boolean ill = health.severity() == Severity.CRITICAL || health.severity() == Severity.WARNING;
    usual.learn(seen, ill, seen.at());
    return health;
  }

  /// After a look that failed.
  ///
  /// @param again whether it was really tried, and not only left alone
  public Health failed(
      Fault fault, boolean again, Instant now, Function<String, Optional<Instant>> silenced) {
    misses += again ? 1 : 0;
    return judge(Optional.of(fault), now, silenced);
  }

  public int misses() {
    return misses;
  }

  private Health judge(
      Optional<Fault> fault, Instant now, Function<String, Optional<Instant>> silenced) {
    var found = new ArrayList<Finding>();
    Thresholds valid = limits.get();
    boolean maintained = silenced.apply(Silences.MAINTENANCE).isPresent();
    var calm = new Checkup(vitals, fault, misses, usual, valid, Severity.OK, now);
    terms.forEach(
        (term, state) -> {
          Checkup checkup = state.level() == Severity.OK ? calm : calm.was(state.level());
          state.take(term.read(checkup), now, interval);
          Reading held = state.held();
          if (held.level() != Severity.OK) {
            found.add(
                new Finding(
                    term.id(),
                    held.level(),
                    term.points().of(held.level()),
                    held.words(),
                    state.since(),
                    silenced.apply(term.id()),
                    maintained));
          }
        });
    boolean blind = fault.isPresent() && !Misses.slow(fault.get());
    return Health.of(List.copyOf(found), blind);
  }

  /// The ids of all terms.
  public static List<String> termIds() {
    return Terms.shipped().stream().map(Term::id).toList();
  }
}
