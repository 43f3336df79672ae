package org.binnacle.diagnosis.view.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.kernel.Severity;

/// One line: an instance with one of its channels, or an instance that is no replica.
///
/// @param number its place from the top
record ReplicaLine(ReplicaTree.Place place, Optional<ReplicaChannel> channel, int number) {

  static List<ReplicaLine> of(List<ReplicaTree.Place> places) {
    var lines = new ArrayList<ReplicaLine>();
    for (ReplicaTree.Place place : places) {
      List<ReplicaChannel> channels = place.scene().channels();
      if (channels.isEmpty()) {
        lines.add(new ReplicaLine(place, Optional.empty(), lines.size()));
      }
      channels.forEach(
          channel -> lines.add(new ReplicaLine(place, Optional.of(channel), lines.size())));
    }
    return lines;
  }

  ReplicaScene scene() {
    return place.scene();
  }

  String key() {
    return scene().instance().id() + " " + channel.map(ReplicaChannel::name).orElse("-");
  }

  Severity severity() {
    Severity own = channel.map(ReplicaChannel::severity).orElse(Severity.OK);
    boolean warned = own == Severity.OK && !place.problem().isEmpty();
    return warned ? Severity.WARNING : own;
  }

  String words() {
    String own = channel.map(ReplicaChannel::words).orElse("no replica");
    return place.problem().isEmpty() || own.equals(place.problem())
        ? own
        : own + "; " + place.problem();
  }
}
