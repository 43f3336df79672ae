package org.binnacle.diagnosis.view.kill;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.KillStep;
import org.binnacle.diagnosis.kill.MergedPlan.Placed;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.diagnosis.kill.Victim;
import org.binnacle.kernel.InstanceRef;

/// How far a run is with one victim.
///
/// @param phase before its result: `its turn comes`, `ending`
/// @param result what came of it; empty before
record RunLine(
    InstanceRef instance, Victim victim, Phase phase, String words, Optional<KillResult> result) {

  /// Where a victim is that nothing has come of yet.
  enum Phase {
    QUEUED,
    NEXT,
    SENT,
    CAME
  }

  static RunLine queued(Placed one) {
    return new RunLine(
        one.instance(), one.victim(), Phase.QUEUED, "its turn comes", Optional.empty());
  }

  static RunLine of(KillStep step) {
    return switch (step) {
      case KillStep.Waiting(InstanceRef instance, Victim victim, Duration left) ->
          new RunLine(
              instance,
              victim,
              Phase.NEXT,
              "checked again in %d s".formatted((left.toMillis() + 999) / 1_000),
              Optional.empty());
      case KillStep.Sent(InstanceRef instance, Victim victim) ->
          new RunLine(
              instance, victim, Phase.SENT, "KILL was accepted; is it ending?", Optional.empty());
      case KillStep.Came(InstanceRef instance, Victim ignored, KillResult result) ->
          of(new MergedResult(instance, result));
    };
  }

  static RunLine of(MergedResult one) {
    KillOutcome outcome = one.result().outcome();
    return new RunLine(
        one.instance(),
        one.result().victim(),
        Phase.CAME,
        outcome.words(),
        Optional.of(one.result()));
  }

  String key() {
    return instance.id() + " " + victim.id();
  }
}
