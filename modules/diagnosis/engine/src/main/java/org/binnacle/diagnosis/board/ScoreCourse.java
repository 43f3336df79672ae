package org.binnacle.diagnosis.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.Severity;

/// How the score of each instance has changed over the last minute. Keeps changes only, so that a
/// fleet at rest costs no memory. For several threads.
public final class ScoreCourse {
  private static final Duration OVER = Duration.ofMinutes(1);

  private final Map<String, Deque<Step>> steps = new HashMap<>();
  private FleetState newest = FleetState.EMPTY;
  private Instant noted = Instant.MIN;

  /// A score and since when it is so.
  private record Step(Instant since, int score) {}

  /// Takes down the scores of this moment; to be told of each, so that a change is known by its
  /// time. Where an instance is unknown ("?") there is no score, and none to compare a later one
  /// with.
  public synchronized void note(FleetState state, Instant now) {
    for (Beat beat : state.since(newest)) {
      String id = beat.instance().id();
      if (beat.looks() == 0 || beat.severity() == Severity.UNKNOWN) {
        steps.remove(id);
        continue;
      }
      Deque<Step> own = steps.computeIfAbsent(id, made -> new ArrayDeque<>(2));
      if (own.isEmpty() || own.getLast().score() != beat.score()) {
        own.addLast(new Step(now, beat.score()));
        forget(own, now.minus(OVER));
      }
    }
    if (steps.size() > state.beats().size()) {
      steps.keySet().removeIf(id -> state.of(id).isEmpty());
    }
    newest = state;
    noted = now;
  }

  /// The newest step that is a minute old stays: it is what later ones are compared with.
  private static void forget(Deque<Step> own, Instant before) {
    while (own.size() > 1) {
      Step first = own.removeFirst();
      if (own.getFirst().since().isAfter(before)) {
        own.addFirst(first);
        return;
      }
    }
  }

  /// The score at the newest note less that of a minute before, or less the first one where it is
  /// known for less long; positive where it has become worse.
  public synchronized int change(String instanceId) {
    Deque<Step> own = steps.get(instanceId);
    if (own == null || own.size() == 1) {
      return 0;
    }
    forget(own, noted.minus(OVER));
    return own.getLast().score() - own.getFirst().score();
  }

  /// Such as `▲40` or `▼12`; empty for none.
  public static String words(int change) {
    return change == 0 ? "" : (change > 0 ? "▲" : "▼") + Math.abs(change);
  }
}
