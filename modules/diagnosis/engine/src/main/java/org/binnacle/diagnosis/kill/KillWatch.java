package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// Looks whether those that KILL was sent for have ended.
final class KillWatch {
  private final Session session;
  private final Verb verb;

  /// When KILL was sent, by victim, of those that are still looked at.
  private final Map<Victim, Long> sentNs = new LinkedHashMap<>();

  KillWatch(Session session, Verb verb) {
    this.session = session;
    this.verb = verb;
  }

  /// From now on it is looked at.
  void add(Victim victim) {
    sentNs.put(victim, System.nanoTime());
  }

  boolean any() {
    return !sentNs.isEmpty();
  }

  /// Whether it is still what the preview showed: the statement, or the thread.
  boolean same(Identity now, Victim victim) {
    return switch (verb) {
      case QUERY -> now.sameStatement(victim.identity());
      case CONNECTION -> now.sameThread(victim.identity());
    };
  }

  /// Looks once at each.
  ///
  /// @param enough whether those that have not ended are not looked at any more
  /// @return those that are not looked at any more, with what came of them
  Map<Victim, KillOutcome> look(boolean enough) {
    Map<Victim, KillOutcome> came = new LinkedHashMap<>();
    for (Victim victim : List.copyOf(sentNs.keySet())) {
      Duration watched = Duration.ofNanos(System.nanoTime() - sentNs.getOrDefault(victim, 0L));
      outcome(victim, watched, enough)
          .ifPresent(
              outcome -> {
                sentNs.remove(victim);
                came.put(victim, outcome);
              });
    }
    return came;
  }

  private Optional<KillOutcome> outcome(Victim victim, Duration watched, boolean enough) {
    Optional<Identity> now;
    try {
      now = KillPlanner.identity(session, victim.id());
    } catch (Fault fault) {
      // The server took the kill; only the looking failed.
      return Optional.of(new KillOutcome.NotEndedYet(watched, fault.detail()));
    }
    if (now.filter(found -> same(found, victim)).isEmpty()) {
      return Optional.of(new KillOutcome.Ended(watched));
    }
    return enough
        ? Optional.of(new KillOutcome.NotEndedYet(watched, now.map(Identity::state).orElse("")))
        : Optional.empty();
  }
}
