package org.binnacle.diagnosis.replication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The instances of a cluster as a tree: sources above their replicas, relays in between, rings cut
/// open at their first member, and those that do not answer where they were seen last, or where
/// their replicas say that they are. Pure.
public final class ReplicaTree {
  private final List<ReplicaMember> members;
  private final Map<String, ReplicaMember> above = new HashMap<>();
  private final Map<String, ReplicaChannel> by = new HashMap<>();
  private final Set<String> rings = new HashSet<>();
  private final Set<String> sending = new HashSet<>();

  /// One place.
  ///
  /// @param source the one above; of a ring's first member the one that it replicates from, which
  ///   stands below it
  /// @param channel by which it hangs below the one above; empty for a root
  /// @param missing transactions that the one above has and this one has not, by GTID; empty where
  ///   it is not known
  /// @param errant transactions that this one has and the one above has not; 0 where not known
  /// @param errantSet the same as a GTID set; empty where there are none
  /// @param problem in words, the worst first; empty where there is none
  public record Place(
      ReplicaMember member,
      int depth,
      ReplicaRole role,
      Optional<ReplicaMember> source,
      Optional<ReplicaChannel> channel,
      OptionalLong missing,
      long errant,
      String errantSet,
      String problem) {

    /// What is known of it, if ever so old.
    public Optional<ReplicaScene> scene() {
      return member.known();
    }
  }

  private ReplicaTree(List<ReplicaMember> members) {
    this.members = members;
  }

  /// Roots first, each before its replicas; everybody stands once, whoever replicates in a ring
  /// too.
  public static List<Place> of(List<ReplicaMember> members) {
    var tree = new ReplicaTree(List.copyOf(members));
    tree.join();
    tree.findRings();
    return tree.places();
  }

  /// Of what was seen just now.
  public static List<Place> now(List<ReplicaScene> scenes) {
    return of(scenes.stream().map(ReplicaMember::of).toList());
  }

  private static String id(ReplicaMember member) {
    return member.instance().id();
  }

  private void join() {
    for (ReplicaMember member : members) {
      for (ReplicaChannel channel : member.channels()) {
        source(channel)
            .filter(source -> !id(source).equals(id(member)))
            .ifPresent(
                source -> {
                  sending.add(id(source));
                  above.putIfAbsent(id(member), source);
                  by.putIfAbsent(id(member), channel);
                });
      }
    }
  }

  private Optional<ReplicaMember> source(ReplicaChannel channel) {
    return members.stream()
        .filter(
            one ->
                (!channel.sourceUuid().isEmpty() && one.uuid().equals(channel.sourceUuid()))
                    || one.instance().address().equalsIgnoreCase(channel.source()))
        .findFirst();
  }

  /// Each has one above it, so whoever is met again on the way up is in a ring.
  private void findRings() {
    for (ReplicaMember member : members) {
      var way = new LinkedHashSet<String>();
      @Nullable String at = id(member);
      while (at != null && way.add(at)) {
        ReplicaMember next = above.get(at);
        at = next == null ? null : id(next);
      }
      String again = at;
      if (again != null) {
        way.stream().dropWhile(id -> !id.equals(again)).forEach(rings::add);
      }
    }
  }

  private List<Place> places() {
    var places = new ArrayList<Place>();
    var placed = new HashSet<String>();
    for (ReplicaMember member : members) {
      if (!above.containsKey(id(member))) {
        put(member, places, placed);
      }
    }
    // A ring has no root: its first one stands for it, before those that only hang on it.
    for (ReplicaMember member : members) {
      if (rings.contains(id(member))) {
        put(member, places, placed);
      }
    }
    // Of whom nothing is known stands last.
    places.sort(Comparator.comparing(place -> place.role() == ReplicaRole.UNKNOWN));
    return places;
  }

  private record Open(ReplicaMember member, int depth) {}

  private void put(ReplicaMember root, List<Place> places, Set<String> placed) {
    var open = new ArrayDeque<Open>();
    open.push(new Open(root, 0));
    while (!open.isEmpty()) {
      Open next = open.pop();
      if (!placed.add(id(next.member()))) {
        continue;
      }
      places.add(place(next.member(), next.depth()));
      members.reversed().stream()
          .filter(other -> isAbove(next.member(), other))
          .forEach(other -> open.push(new Open(other, next.depth() + 1)));
    }
  }

  private boolean isAbove(ReplicaMember source, ReplicaMember replica) {
    ReplicaMember its = above.get(id(replica));
    return its != null && id(its).equals(id(source));
  }

  private Place place(ReplicaMember member, int depth) {
    Optional<ReplicaMember> source = Optional.ofNullable(above.get(id(member)));
    OptionalLong missing = OptionalLong.empty();
    GtidSet errant = GtidSet.of("");
    // Sets that were read at different times can't be compared.
    boolean comparable = !member.stale() && source.filter(one -> !one.stale()).isPresent();
    if (comparable && member.executed().contains(":")) {
      GtidSet own = GtidSet.of(member.executed());
      GtidSet its = GtidSet.of(source.get().executed());
      missing = OptionalLong.of(its.minus(own).count());
      errant = own.minus(its).writtenBy(member.uuid());
      if (rings.contains(id(member))) {
        // In a ring everybody writes, and what it wrote is on its way round.
        errant = GtidSet.of("");
      }
    } else if (comparable) {
      missing = MariaGtids.missing(source.get().executed(), member.executed());
    }
    return new Place(
        member,
        depth,
        role(member),
        source,
        Optional.ofNullable(by.get(id(member))),
        missing,
        errant.count(),
        errant.text(),
        ReplicaProblem.of(member, role(member), errant.count()));
  }

  private ReplicaRole role(ReplicaMember member) {
    if (rings.contains(id(member))) {
      return ReplicaRole.RING;
    }
    boolean sends =
        sending.contains(id(member)) || member.known().filter(one -> one.streams() > 0).isPresent();
    if (!member.channels().isEmpty()) {
      return sends ? ReplicaRole.RELAY : ReplicaRole.REPLICA;
    }
    if (sends) {
      return ReplicaRole.SOURCE;
    }
    return member.known().isEmpty() ? ReplicaRole.UNKNOWN : ReplicaRole.ALONE;
  }
}
