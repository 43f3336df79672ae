package org.binnacle.app.cli;

import java.time.Duration;
import java.util.Locale;
import org.binnacle.diagnosis.kill.Course;
import org.binnacle.diagnosis.kill.KillStep;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Pacing;
import org.binnacle.kernel.Fault;
import picocli.CommandLine.Option;

/// The options of how a kill goes, and what is told of it on standard error while it goes on.
final class KillCourse {
  @Option(
      names = "--wait-between",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Wait so long after each kill before the next (0 where nothing is said; 600 at most):"
              + " those released go on, and the next one may end by itself.")
  double between;

  @Option(
      names = "--wait-after",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "Watch so long at most whether the killed end (3; 600 at most).")
  double after;

  /// @throws Fault with {@link CliFaults#USAGE} where a time can't be meant
  void check() {
    time("--wait-between", between);
    time("--wait-after", after);
  }

  /// A stop of the program leaves the rest alone; what was done is told then.
  Course of(Call call, MergedPlan plan) {
    var pacing = new Pacing(time("--wait-between", between), time("--wait-after", after));
    return new Course(pacing, call.cancel(), step -> tell(call, plan, step));
  }

  private static Duration time(String option, double seconds) {
    if (!(seconds >= 0 && seconds <= Pacing.LONGEST.toSeconds())) {
      throw new Fault(
          CliFaults.USAGE,
          "binnacle kill: %s is from 0 to %d seconds"
              .formatted(option, Pacing.LONGEST.toSeconds()));
    }
    return Duration.ofMillis(Math.round(seconds * 1e3));
  }

  /// One at once needs no telling but what came of it.
  private void tell(Call call, MergedPlan plan, KillStep step) {
    if (plan.going() < 2) {
      return;
    }
    String where = plan.several() ? step.instance().name() + ": " : "";
    switch (step) {
      case KillStep.Waiting(var _, var victim, Duration left) -> {
        if (left.toMillis() > between * 1e3 - 250) {
          call.tell("%swaiting %s before %s".formatted(where, seconds(left), victim.statement()));
        }
      }
      case KillStep.Sent(var _, var victim) -> call.tell(where + victim.statement() + ": sent");
      case KillStep.Came(var _, var victim, var result) -> {
        if (between > 0 && victim.goes()) {
          call.tell(where + victim.statement() + ": " + result.outcome().words());
        }
      }
    }
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.0f s", time.toMillis() / 1e3);
  }
}
