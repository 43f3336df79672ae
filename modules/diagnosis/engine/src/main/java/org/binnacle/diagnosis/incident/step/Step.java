package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.List;
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

  /// What is left to ask once {@link #take} is done, in this order. All of it counts towards the
  /// budget, each question has the limit of {@link #each}.
  default List<Question> questions() {
    return List.of();
  }

  /// How long one of {@link #questions} may take.
  default Duration each() {
    return Duration.ofMillis(500);
  }

  /// All questions were asked or given up.
  ///
  /// @throws org.binnacle.kernel.Fault where the step has failed as a whole
  default void asked() {}

  /// What has been gathered so far.
  Content content();
}
