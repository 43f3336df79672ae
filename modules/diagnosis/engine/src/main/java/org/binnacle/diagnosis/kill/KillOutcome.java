package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.kernel.AuditEntry;

/// What came of one victim.
public sealed interface KillOutcome {

  /// The server took it, and the statement or the connection is seen to have ended.
  record Ended(Duration after) implements KillOutcome {}

  /// The server took it, but it had not ended when we stopped looking: a rollback takes its time.
  record NotEndedYet(Duration watched, String state) implements KillOutcome {}

  /// It had ended by itself.
  record AlreadyGone() implements KillOutcome {}

  /// Skipped: another statement runs, or another client has the id.
  record Changed(String now) implements KillOutcome {}

  /// Skipped: protected.
  record Protected(String why) implements KillOutcome {}

  /// Skipped: it sleeps, so there is no statement to end.
  record NothingRuns() implements KillOutcome {}

  /// The server refused.
  ///
  /// @param grant the statement that would allow it, where it is known
  record Denied(String serverWords, Optional<String> grant) implements KillOutcome {}

  /// The server said something else.
  record Failed(String serverWords) implements KillOutcome {}

  /// The connection broke after KILL was sent: nobody can tell whether it took place.
  record Unknown(String detail) implements KillOutcome {}

  /// Not done, and the reason is not in the victim.
  record NotTried(String why) implements KillOutcome {}

  /// Of one whom the preview leaves alone; empty for one that goes.
  static Optional<KillOutcome> leftAlone(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Go ignored -> Optional.empty();
      case Verdict.Protected(String why) -> Optional.of(new Protected(why));
      case Verdict.NothingRuns() -> Optional.of(new NothingRuns());
      case Verdict.Unseen unseen -> Optional.of(new NotTried(unseen.words()));
      case Verdict.Gone() -> Optional.of(new AlreadyGone());
    };
  }

  /// How the audit log calls it.
  default AuditEntry.Outcome audited() {
    return switch (this) {
      case Ended ignored -> AuditEntry.Outcome.DONE;
      case NotEndedYet ignored -> AuditEntry.Outcome.DONE;
      case AlreadyGone ignored -> AuditEntry.Outcome.GONE;
      case Changed ignored -> AuditEntry.Outcome.SKIPPED;
      case Protected ignored -> AuditEntry.Outcome.REFUSED;
      case NothingRuns ignored -> AuditEntry.Outcome.SKIPPED;
      case Denied ignored -> AuditEntry.Outcome.FAILED;
      case Failed ignored -> AuditEntry.Outcome.FAILED;
      case Unknown ignored -> AuditEntry.Outcome.UNKNOWN;
      case NotTried ignored -> AuditEntry.Outcome.REFUSED;
    };
  }

  /// In a sentence, as both faces show it.
  default String words() {
    return switch (this) {
      case Ended(Duration after) -> "ended after " + seconds(after);
      case NotEndedYet(Duration watched, String state) ->
          "KILL was accepted, but it had not ended after "
              + seconds(watched)
              + (state.isEmpty() ? "" : " (" + state + ")");
      case AlreadyGone ignored -> "had already ended";
      case Changed(String now) -> "skipped, it is not the same any more: " + now;
      case Protected(String why) -> "protected: " + why;
      case NothingRuns ignored -> "skipped, no statement runs";
      case Denied(String words, Optional<String> grant) ->
          "denied (" + words + ")" + grant.map(sql -> "; allowed by: " + sql).orElse("");
      case Failed(String words) -> "failed: " + words;
      case Unknown(String detail) ->
          "unknown: the connection broke after KILL was sent (" + detail + ")";
      case NotTried(String why) -> "not tried: " + why;
    };
  }

  private static String seconds(Duration time) {
    long ms = time.toMillis();
    return ms < 1_000 ? ms + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1e3);
  }
}
