package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;

/// One thing that a capture takes from one instance. Made anew for each capture, so it may gather
/// over several rounds; its content is asked for even where a round failed. Called by one thread at
/// a time.
public interface Step {

  /// Its stable name: the part's, and what masks, reports and rules know it by.
  String name();

  /// As users read it while it runs.
  String words();

  /// The shape of its content.
  default int version() {
    return 1;
  }

  /// How long a round may take.
  default Duration budget() {
    return Duration.ofSeconds(1);
  }

  /// The privilege without which the content is not whole.
  default Optional<Capability> needs() {
    return Optional.empty();
  }

  /// Whether it is of no use at all without {@link #needs}; then it is not tried.
  default boolean blindWithout() {
    return false;
  }

  void take(Session session, Context context, int round);

  /// What has been gathered so far.
  Content content();
}
