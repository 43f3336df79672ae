package org.binnacle.diagnosis.view.replication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaMark;
import org.binnacle.diagnosis.replication.ReplicaMember;
import org.binnacle.diagnosis.replication.ReplicaState;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.kernel.Severity;

/// One line: an instance with one of its channels, or an instance that is no replica.
///
/// @param number its place from the top
/// @param now to tell how old it is
record ReplicaLine(
    ReplicaTree.Place place,
    Optional<ReplicaChannel> channel,
    int number,
    Optional<ReplicaMark> mark,
    Instant now) {

  static List<ReplicaLine> of(
      List<ReplicaTree.Place> places, Function<String, Optional<ReplicaMark>> marks, Instant now) {
    var lines = new ArrayList<ReplicaLine>();
    for (ReplicaTree.Place place : places) {
      Optional<ReplicaMark> mark = marks.apply(place.member().instance().id());
      List<ReplicaChannel> channels =
          place.scene().map(scene -> scene.channels()).orElse(List.of());
      if (channels.isEmpty()) {
        lines.add(new ReplicaLine(place, Optional.empty(), lines.size(), mark, now));
      }
      channels.forEach(
          channel ->
              lines.add(new ReplicaLine(place, Optional.of(channel), lines.size(), mark, now)));
    }
    return lines;
  }

  ReplicaMember member() {
    return place.member();
  }

  String key() {
    return member().instance().id() + " " + channel.map(ReplicaChannel::name).orElse("-");
  }

  ReplicaState state() {
    return ReplicaState.of(place, channel);
  }

  /// What somebody has acknowledged calls nobody any more; its state is told all the same.
  Severity severity() {
    return mark.isPresent() ? Severity.OK : state().severity();
  }

  String words() {
    String own =
        channel.map(ReplicaChannel::words).orElse(member().known().isPresent() ? "no replica" : "");
    String problem = place.problem();
    String all =
        problem.isEmpty() || own.equals(problem) || member().unreachable()
            ? own
            : own + "; " + problem;
    String old = member().words(now);
    if (old.isEmpty()) {
      return all;
    }
    String why = member().why().isEmpty() ? "" : " (" + member().why() + ")";
    return old + (all.isEmpty() ? "" : ": " + all) + why;
  }
}
