package org.binnacle.diagnosis.incident;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.incident.report.Reports;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.past.PastMoment;
import org.binnacle.diagnosis.tape.MemoryTapes;
import org.binnacle.diagnosis.tape.TapeStore;
import org.binnacle.diagnosis.trend.LastMinutes;
import org.binnacle.diagnosis.variable.VariableStore;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// The door to incidents for both faces. Every method blocks.
public final class Incidents {
  private final Capture capture;
  private final Fleet fleet;
  private final IncidentStore store;
  private final VariablesBefore variables;
  private final Function<String, Optional<LastMinutes.Past>> before;
  private final Records records;

  public Incidents(Connections connections, Fleet fleet, IncidentStore store, Clock clock) {
    this(
        connections,
        fleet,
        store,
        clock,
        instance -> Optional.empty(),
        instance -> Optional.empty());
  }

  /// Without records.
  public Incidents(
      Connections connections,
      Fleet fleet,
      IncidentStore store,
      Clock clock,
      Function<String, Optional<LastMinutes.Past>> before,
      Function<String, Optional<VariableStore.Seen>> variables) {
    this(
        connections,
        fleet,
        store,
        new MemoryTapes(),
        clock,
        new Remembered(before, instance -> Optional.empty(), variables));
  }

  /// What is in memory of an instance, by its id.
  ///
  /// @param before what the fleet's looks saw in the minutes before a capture
  /// @param opened what opened panels have seen
  /// @param variables the last look at its variables
  public record Remembered(
      Function<String, Optional<LastMinutes.Past>> before,
      Function<String, Optional<LastLooks>> opened,
      Function<String, Optional<VariableStore.Seen>> variables) {}

  /// @param tapes where records are kept, which stand among the incidents
  public Incidents(
      Connections connections,
      Fleet fleet,
      IncidentStore store,
      TapeStore tapes,
      Clock clock,
      Remembered remembered) {
    this.variables = new VariablesBefore(store, remembered.variables());
    this.before = remembered.before();
    this.records = new Records(tapes);
    this.capture = new Capture(connections, clock, before, remembered.opened());
    this.fleet = fleet;
    this.store = store;
  }

  /// Captures and keeps; see {@link Capture#take}.
  public Incident capture(
      List<InstanceRef> instances,
      CaptureOptions options,
      Consumer<CaptureState> told,
      Cancel cancel) {
    List<Server> servers =
        instances.stream()
            .map(
                ref ->
                    fleet
                        .find(ref.id())
                        .orElseThrow(() -> new Fault(SessionFaults.NO_INSTANCE, ref.name())))
            .toList();
    Incident taken = variables.with(capture.take(servers, options, told, cancel));
    store.keep(taken);
    return taken;
  }

  /// Keeps a moment of the past that views have still in memory; no server is asked.
  ///
  /// @param name of the mark that it becomes, such as `A`
  public Incident mark(LastLooks looks, Instant at, String name) {
    Incident made =
        new PastMoment(looks, at)
            .incident(
                CaptureOptions.mark(name).trigger(),
                id -> before.apply(id).flatMap(past -> RingPart.until(past, at)));
    store.keep(made);
    return made;
  }

  /// These instances and after them those of the same clusters in the inventory: primaries and
  /// replicas. An instance without a cluster stands for itself.
  public List<InstanceRef> clusters(List<InstanceRef> instances) {
    var all = new LinkedHashMap<String, InstanceRef>();
    instances.forEach(one -> all.putIfAbsent(one.id(), one));
    Set<String> clusters =
        instances.stream()
            .map(InstanceRef::cluster)
            .filter(cluster -> !cluster.isEmpty())
            .collect(Collectors.toSet());
    fleet.servers().stream()
        .map(Server::ref)
        .filter(ref -> clusters.contains(ref.cluster()))
        .sorted(Comparator.comparing(InstanceRef::name))
        .forEach(ref -> all.putIfAbsent(ref.id(), ref));
    return List.copyOf(all.values());
  }

  /// Captures and records, the newest first.
  public List<Incident.Head> list(String containing, int limit) {
    return Stream.concat(
            store.list(containing, limit).stream(), records.list(containing, limit).stream())
        .sorted(Comparator.comparing(Incident.Head::at).reversed())
        .limit(limit)
        .toList();
  }

  /// An incident as views show it.
  ///
  /// @throws Fault with {@link IncidentFaults#UNKNOWN}
  public Recording recording(String id) {
    Incident incident = find(id);
    return records
        .looks(id, Recording.instances(incident))
        .map(looks -> new Recording(incident, looks))
        .orElseGet(() -> new Recording(incident));
  }

  /// Of a record its last moment.
  ///
  /// @throws Fault with {@link IncidentFaults#UNKNOWN}
  public Incident find(String id) {
    return store
        .find(id)
        .or(() -> records.find(id))
        .orElseThrow(() -> new Fault(IncidentFaults.UNKNOWN, id));
  }

  /// By the first characters of its id, or `latest`.
  ///
  /// @throws Fault with {@link IncidentFaults#UNKNOWN} where none or several fit
  public Incident named(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Incident.Head> heads = list("", 10_000);
    List<Incident.Head> fitting =
        wanted.equals("latest")
            ? heads.stream().limit(1).toList()
            : heads.stream().filter(head -> head.id().startsWith(wanted)).toList();
    if (wanted.isEmpty() || fitting.size() != 1) {
      throw new Fault(
          IncidentFaults.UNKNOWN, fitting.size() > 1 ? text + " (several begin so)" : text);
    }
    return find(fitting.getFirst().id());
  }

  public void note(String id, String note) {
    store.note(id, note);
    records.note(id, note);
  }

  /// Removes it and hands it out, so that it can be kept again; a record cannot.
  public Optional<Incident> remove(String id) {
    records.remove(id);
    Optional<Incident> old = store.find(id);
    store.remove(id);
    return old;
  }

  public void keep(Incident incident) {
    store.keep(incident);
  }

  /// Reads a file of ours and keeps what is in it. One with the id of another that is here already
  /// (a masked export of it, an edited file) stands beside it, never in its place.
  public Incident importFile(Path file) {
    Incident read = Reports.read(file);
    Optional<Incident> present = store.find(read.id());
    if (present.isPresent() && present.get().equals(read)) {
      return read;
    }
    Incident own = present.isPresent() ? read.as(UUID.randomUUID().toString()) : read;
    store.keep(own);
    return own;
  }

  /// Writes a web page, JSON or Markdown, by the file's name.
  public void export(Incident incident, Path file, Mask mask) {
    Reports.write(file, incident, mask);
  }
}
