package org.binnacle.diagnosis.replication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The instances of a cluster as a tree: sources above their replicas. Pure.
public final class ReplicaTree {

  /// One place.
  ///
  /// @param channel by which it hangs below the one above; empty for a root
  /// @param missing transactions that the one above has and this one has not, by GTID; empty where
  ///   it is not known
  /// @param errant transactions that this one has and the one above has not; 0 where not known
  /// @param errantSet the same as a GTID set; empty where there are none
  /// @param problem in words, the worst first; empty where there is none
  public record Place(
      ReplicaScene scene,
      int depth,
      Optional<ReplicaChannel> channel,
      OptionalLong missing,
      long errant,
      String errantSet,
      String problem) {}

  private ReplicaTree() {}

  /// Roots first, each before its replicas; everybody stands once, whoever replicates in a ring
  /// too.
  public static List<Place> of(List<ReplicaScene> scenes) {
    Map<ReplicaScene, ReplicaScene> above = new HashMap<>();
    Map<ReplicaScene, ReplicaChannel> by = new HashMap<>();
    for (ReplicaScene scene : scenes) {
      for (ReplicaChannel channel : scene.channels()) {
        source(scenes, channel)
            .filter(source -> !source.equals(scene))
            .ifPresent(
                source -> {
                  above.putIfAbsent(scene, source);
                  by.putIfAbsent(scene, channel);
                });
      }
    }
    var places = new ArrayList<Place>();
    var placed = new HashSet<ReplicaScene>();
    for (ReplicaScene scene : scenes) {
      if (!above.containsKey(scene)) {
        put(scene, 0, scenes, above, by, places, placed);
      }
    }
    for (ReplicaScene scene : scenes) {
      // A ring has no root: its first one stands for it.
      put(scene, 0, scenes, above, by, places, placed);
    }
    return places;
  }

  private static Optional<ReplicaScene> source(List<ReplicaScene> scenes, ReplicaChannel channel) {
    return scenes.stream()
        .filter(
            one ->
                (!channel.sourceUuid().isEmpty() && one.uuid().equals(channel.sourceUuid()))
                    || one.instance().address().equalsIgnoreCase(channel.source()))
        .findFirst();
  }

  private static void put(
      ReplicaScene scene,
      int depth,
      List<ReplicaScene> scenes,
      Map<ReplicaScene, ReplicaScene> above,
      Map<ReplicaScene, ReplicaChannel> by,
      List<Place> places,
      Set<ReplicaScene> placed) {
    if (!placed.add(scene)) {
      return;
    }
    places.add(place(scene, depth, Optional.ofNullable(above.get(scene)), by.get(scene)));
    for (ReplicaScene other : scenes) {
      if (scene.equals(above.get(other))) {
        put(other, depth + 1, scenes, above, by, places, placed);
      }
    }
  }

  private static Place place(
      ReplicaScene scene,
      int depth,
      Optional<ReplicaScene> source,
      @org.jspecify.annotations.Nullable ReplicaChannel channel) {
    OptionalLong missing = OptionalLong.empty();
    GtidSet errant = GtidSet.of("");
    if (source.isPresent() && scene.executed().contains(":")) {
      GtidSet own = GtidSet.of(scene.executed());
      GtidSet its = GtidSet.of(source.get().executed());
      missing = OptionalLong.of(its.minus(own).count());
      errant = own.minus(its).writtenBy(scene.uuid());
    } else if (source.isPresent()) {
      missing = MariaGtids.missing(source.get().executed(), scene.executed());
    }
    return new Place(
        scene,
        depth,
        Optional.ofNullable(channel),
        missing,
        errant.count(),
        errant.text(),
        problem(scene, errant.count()));
  }

  private static String problem(ReplicaScene scene, long errant) {
    for (ReplicaChannel channel : scene.channels()) {
      if (!channel.errors().isEmpty() || !channel.applying() || !channel.receiving()) {
        return channel.words();
      }
    }
    for (ReplicaChannel channel : scene.channels()) {
      long lag = channel.lagS().orElse(0) - channel.delayS();
      if (lag > 30) {
        return channel.lagS().orElse(0) + " s behind";
      }
    }
    if (errant > 0) {
      return "%,d errant transaction%s of its own".formatted(errant, errant == 1 ? "" : "s");
    }
    return !scene.channels().isEmpty() && !scene.readOnly() ? "a replica that can be written" : "";
  }
}
