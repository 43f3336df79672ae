package org.binnacle.diagnosis.replication;

import java.util.Optional;
import org.binnacle.kernel.Severity;

/// The state of one channel of a place, or of a place that has none: one word and how bad it is.
/// The faces show role, read-only, state and lag in this order, always.
///
/// @param word such as `applies`, `stopped`, `unreachable`; empty where there is nothing to apply
public record ReplicaState(String word, Severity severity) {

  public static ReplicaState of(ReplicaTree.Place place, Optional<ReplicaChannel> channel) {
    ReplicaMember member = place.member();
    if (member.unreachable()) {
      return new ReplicaState("unreachable", Severity.CRITICAL);
    }
    if (member.stale()) {
      return new ReplicaState("stale", Severity.UNKNOWN);
    }
    if (channel.isEmpty()) {
      return new ReplicaState("", place.problem().isEmpty() ? Severity.OK : Severity.WARNING);
    }
    ReplicaChannel one = channel.get();
    Severity own = one.severity();
    boolean warned = own == Severity.OK && !place.problem().isEmpty();
    return new ReplicaState(word(one), warned ? Severity.WARNING : own);
  }

  private static String word(ReplicaChannel channel) {
    if (!channel.errors().isEmpty()) {
      return "error " + channel.errors().getFirst().number();
    }
    if (!channel.applying() && !channel.receiving()) {
      return "stopped";
    }
    if (!channel.applying()) {
      return "applies not";
    }
    if (!channel.receiving()) {
      return channel.receiver().equalsIgnoreCase("No") ? "receives not" : "connecting";
    }
    return channel.delayS() > 0 ? "delayed" : "applies";
  }
}
