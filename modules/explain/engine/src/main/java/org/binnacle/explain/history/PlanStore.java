package org.binnacle.explain.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The port that keeps plans. The state module implements it on H2.
public interface PlanStore {

  void keep(KeptPlan plan);

  Optional<KeptPlan> find(UUID id);

  /// The plans of one statement, the newest first.
  List<KeptPlan> of(String digest);

  /// The newest first.
  ///
  /// @param containing a text in statement, name, instance, database or digest, ignoring case;
  ///   empty for all
  List<KeptPlan> newest(String containing, int limit);

  void change(UUID id, String name, boolean pinned);

  void remove(UUID id);

  /// Lets go of the oldest that are not pinned, so that so many of them stay.
  void prune(int stay);
}
