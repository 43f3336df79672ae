package org.binnacle.explain.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The port that keeps plans. The state module implements it on H2.
public interface PlanStore {

  /// Keeps a plan; one that is there under its id is replaced.
  void keep(KeptPlan plan, PlanShape shape);

  Optional<KeptPlan> find(UUID id);

  /// The newest first.
  List<KeptHead> heads(PlanSearch search);

  /// The newest plan of a statement that is older than a time.
  ///
  /// @param format of {@link PlanShape#format}
  Optional<KeptPlan> before(
      String digest, String instanceId, String database, String format, Instant at);

  void change(UUID id, String name, boolean pinned);

  void remove(UUID id);

  /// Lets go of the oldest that are not pinned, so that so many of them stay.
  void prune(int stay);

  /// Remembers what a tab shows, in place of what it showed before. It stands in no list.
  ///
  /// @param most of the newest tabs are remembered at most
  void show(String tab, KeptPlan plan, int most);

  /// What a tab showed last.
  Optional<KeptPlan> shown(String tab);

  /// Plans that were kept before shapes were.
  List<KeptPlan> unshaped(int limit);
}
