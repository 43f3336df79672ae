package org.binnacle.diagnosis.incident;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.binnacle.diagnosis.incident.step.Question;
import org.binnacle.diagnosis.incident.step.Step;
import org.binnacle.diagnosis.incident.step.Steps.Lane;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;

/// Asks the questions of a step one after the other, each within its own limit and all of them
/// within the step's: a slow one is given up and named, and the next is asked.
final class Asking {
  /// Each that is given up may leave a statement on the server that ends by itself only: so many,
  /// and the rest is left out.
  private static final int LATE = 3;

  private final Lines lines;
  private final Lane lane;
  private final Deadline whole;
  private final Cancel cancel;

  Asking(Lines lines, Lane lane, Deadline whole, Cancel cancel) {
    this.lines = lines;
    this.lane = lane;
    this.whole = whole;
    this.cancel = cancel;
  }

  /// @param began of the step, in ns
  /// @param missed told in words what did not come in time
  /// @throws Fault where the connection is lost, or nothing was answered
  void all(Step step, long began, Consumer<String> missed) {
    int late = 0;
    int asked = 0;
    for (Question question : step.questions()) {
      Duration left = left(step, began);
      Optional<String> busy = lines.busy(lane);
      if (cancel.asked() || left.isZero() || late == LATE || busy.isPresent()) {
        missed.accept(
            "%d of %d not asked: %s"
                .formatted(
                    step.questions().size() - asked,
                    step.questions().size(),
                    cancel.asked()
                        ? "stopped by the user"
                        : busy.map(what -> "the connection was still busy with " + what)
                            .orElse(late == LATE ? "too many were slow" : "the time was up")));
        break;
      }
      asked++;
      Duration limit = left.compareTo(step.each()) < 0 ? left : step.each();
      if (!one(step, question, limit)) {
        late++;
        missed.accept(question.name() + ": no answer within " + limit.toMillis() + " ms");
      }
    }
    step.asked();
  }

  private Duration left(Step step, long began) {
    long ns = step.budget().toNanos() - (System.nanoTime() - began);
    return ns < 1_000_000 || whole.over() ? Duration.ZERO : whole.atMost(Duration.ofNanos(ns));
  }

  /// @return whether it was answered in time
  private boolean one(Step step, Question question, Duration limit) {
    var keep = new AtomicReference<Optional<Runnable>>(Optional.empty());
    try {
      lines.on(
          lane,
          step.words() + ": " + question.name(),
          limit,
          session -> {
            keep.set(Optional.of(question.ask().apply(session)));
            return true;
          });
    } catch (Lines.Late late) {
      return false;
    }
    Optional.ofNullable(keep.get()).flatMap(kept -> kept).ifPresent(Runnable::run);
    return true;
  }
}
