package org.binnacle.diagnosis.past;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.FiguresReplay;
import org.binnacle.diagnosis.incident.rule.Rules;
import org.binnacle.diagnosis.incident.step.SessionsStep;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.InstanceRef;

/// A moment of the past as an incident, made of what was kept of it; no server is asked. What was
/// not looked at then is missing, and says so.
public final class PastMoment {
  /// A look of another view may be so far from the moment and still tell of it.
  static final Duration NEAR = Duration.ofSeconds(10);

  private final LastLooks looks;
  private final Instant at;
  private final Optional<Past.Then<Merged>> sessions;

  /// @param at the moment; the look at the sessions before it counts
  public PastMoment(LastLooks looks, Instant at) {
    this.looks = looks;
    this.at = at;
    this.sessions = near(looks.sessions());
  }

  /// @param ring what the fleet's looks had seen by then, by instance id
  public Incident incident(String trigger, Function<String, Optional<Part>> ring) {
    List<Recorded> recorded =
        looks.instances().stream().map(one -> recorded(one, ring.apply(one.id()))).toList();
    return incident(UUID.randomUUID().toString(), title(looks.instances()), trigger, recorded);
  }

  /// The same under an id and a title.
  public Incident incident(String id, String title, String trigger) {
    return incident(
        id,
        title,
        trigger,
        looks.instances().stream().map(one -> recorded(one, Optional.empty())).toList());
  }

  private Incident incident(String id, String title, String trigger, List<Recorded> recorded) {
    List<Finding> findings =
        recorded.stream()
            .flatMap(one -> Rules.look(one).stream())
            .sorted((one, other) -> one.severity().compareTo(other.severity()))
            .toList();
    Instant moment = sessions.map(Past.Then::at).orElse(at).truncatedTo(ChronoUnit.MILLIS);
    return new Incident(id, moment, Duration.ZERO, title, trigger, "", false, recorded, findings);
  }

  private Recorded recorded(InstanceRef instance, Optional<Part> ring) {
    var parts = new ArrayList<Part>();
    ring.ifPresent(parts::add);
    parts.add(sessionsOf(instance));
    parts.add(part("locks", "Locks", instance, near(looks.locks()), new LocksPacking()));
    parts.add(
        part(
            "transactions",
            "Transactions",
            instance,
            near(looks.transactions()),
            new TrxPacking()));
    parts.add(
        part(
            "replication",
            "Replication",
            instance,
            near(looks.replication()),
            new ReplicaPacking()));
    parts.add(
        part(FiguresReplay.STEP, "InnoDB", instance, near(looks.innodb()), new InnoDbPacking()));
    return new Recorded(instance, "", "", parts);
  }

  private Part sessionsOf(InstanceRef instance) {
    Optional<ProcessSnapshot> seen =
        sessions.stream()
            .flatMap(then -> then.scene().looks().stream())
            .filter(look -> look.instance().id().equals(instance.id()))
            .flatMap(look -> look.snapshot().stream())
            .findFirst();
    return seen.map(PastMoment::part)
        .orElseGet(() -> Parts.missing("sessions", "not kept of this moment"));
  }

  private static Part part(ProcessSnapshot seen) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    grids.put("all", SessionsStep.grid(seen.rows(), seen.truncated()));
    grids.put("load", SessionsStep.load(seen.load()));
    return Parts.of("sessions", grids);
  }

  private static <T> Part part(
      String step,
      String view,
      InstanceRef instance,
      Optional<Past.Then<List<Rounds.Seen<T>>>> then,
      Packing<T> packing) {
    return then.stream()
        .flatMap(look -> look.scene().stream())
        .filter(seen -> seen.instance().id().equals(instance.id()))
        .flatMap(seen -> seen.value().stream())
        .flatMap(scene -> packing.parts(scene).stream())
        .filter(part -> part.step().equals(step))
        .findFirst()
        .orElseGet(
            () ->
                Parts.missing(
                    step, "not kept of this moment: the view " + view + " was not in front then"));
  }

  private <S> Optional<Past.Then<S>> near(Past<S> past) {
    return past.at(at).filter(then -> Duration.between(then.at(), at).abs().compareTo(NEAR) <= 0);
  }

  private static String title(List<InstanceRef> instances) {
    if (instances.size() == 1) {
      return instances.getFirst().name();
    }
    List<String> clusters = instances.stream().map(InstanceRef::cluster).distinct().toList();
    return clusters.size() == 1 && !clusters.getFirst().isEmpty()
        ? clusters.getFirst()
        : instances.size() + " instances";
  }
}
