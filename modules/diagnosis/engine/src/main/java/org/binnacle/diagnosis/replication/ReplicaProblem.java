package org.binnacle.diagnosis.replication;

/// What is wrong with a member in words, the worst first: unreachable, not replicating, behind,
/// errant, writable. Lag is what it is beyond a delay on purpose.
final class ReplicaProblem {
  private static final long LATE_S = 30;

  private ReplicaProblem() {}

  static String of(ReplicaMember member, ReplicaRole role, long errant) {
    if (member.unreachable()) {
      return "unreachable: " + member.why();
    }
    for (ReplicaChannel channel : member.channels()) {
      if (!channel.errors().isEmpty() || !channel.applying() || !channel.receiving()) {
        return channel.words();
      }
    }
    for (ReplicaChannel channel : member.channels()) {
      long lag = channel.lagS().orElse(0) - channel.delayS();
      if (lag > LATE_S) {
        return channel.lagS().orElse(0) + " s behind";
      }
    }
    if (errant > 0) {
      return "%,d errant transaction%s of its own".formatted(errant, errant == 1 ? "" : "s");
    }
    boolean writable = member.known().filter(one -> !one.readOnly()).isPresent();
    // Of a ring it is the purpose that its members can be written.
    return !member.channels().isEmpty() && writable && role != ReplicaRole.RING
        ? "a replica that can be written"
        : "";
  }
}
