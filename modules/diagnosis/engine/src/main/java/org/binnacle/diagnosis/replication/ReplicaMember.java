package org.binnacle.diagnosis.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// What is known of the replication of one instance, and of when that is. One that does not answer
/// is still a member: leaving it out would show a tree that is not there.
///
/// @param known as it was seen last; empty where it never was
/// @param fault why it was not seen now; empty where it was
/// @param old what is known is older than three rounds
public record ReplicaMember(
    InstanceRef instance, Optional<ReplicaScene> known, Optional<Fault> fault, boolean old) {

  /// Seen just now.
  public static ReplicaMember of(ReplicaScene scene) {
    return new ReplicaMember(scene.instance(), Optional.of(scene), Optional.empty(), false);
  }

  /// Not seen, and never before.
  public static ReplicaMember unreachable(InstanceRef instance, Fault fault) {
    return new ReplicaMember(instance, Optional.empty(), Optional.of(fault), false);
  }

  /// What the newest rounds of a watch have told.
  ///
  /// @param now to tell what is old
  public static List<ReplicaMember> seen(List<Rounds.Seen<ReplicaScene>> seen, Instant now) {
    return seen.stream()
        .map(
            one -> {
              Duration limit = one.every().multipliedBy(3).plusSeconds(1);
              // What was recorded has no rounds, and is as old as it is.
              boolean old =
                  !one.every().isZero()
                      && one.at()
                          .filter(at -> Duration.between(at, now).compareTo(limit) > 0)
                          .isPresent();
              return new ReplicaMember(one.instance(), one.value(), one.fault(), old);
            })
        .toList();
  }

  /// Whether what is known is no longer what is so.
  public boolean stale() {
    return known.isEmpty() || fault.isPresent() || old;
  }

  /// Whether it was asked and has not answered.
  public boolean unreachable() {
    return fault.isPresent();
  }

  /// `unreachable, known 2m 05s ago`, `not asked yet`; empty where it was seen now.
  public String words(Instant now) {
    if (!stale()) {
      return "";
    }
    String what =
        fault.isPresent() ? "unreachable" : known.isPresent() ? "no answer" : "not asked yet";
    if (known.isPresent()) {
      Duration age = Duration.between(known.get().at(), now);
      return what + ", known " + Span.wholeSeconds(Math.max(0, age.toNanos() / 1_000)) + " ago";
    }
    return fault.isPresent() ? what + ", never seen" : what;
  }

  /// Why it does not answer, in the words of the driver or the server.
  public String why() {
    return fault
        .map(one -> one.getCause() instanceof Fault before ? before : one)
        .map(one -> one.detail().isEmpty() ? one.code().id() : one.detail())
        .map(words -> words.replaceAll("\\s+", " "))
        .orElse("");
  }

  /// From whom it applies, as far as is known.
  List<ReplicaChannel> channels() {
    return known.map(ReplicaScene::channels).orElse(List.of());
  }

  String uuid() {
    return known.map(ReplicaScene::uuid).orElse("");
  }

  String executed() {
    return known.map(ReplicaScene::executed).orElse("");
  }
}
