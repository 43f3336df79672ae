package org.binnacle.diagnosis.variable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// The door to variables and status counters. {@link #read} blocks; what watches returns at once.
public final class VariableLooks {
  private final Connections connections;
  private final Fleet fleet;
  private final Variables variables;
  private final Optional<Past> past;

  /// What was recorded, in the place of servers.
  public interface Past {
    List<Rounds.Seen<VariablesScene>> variables(List<InstanceRef> instances);

    List<Rounds.Seen<List<StatusRow>>> status(List<InstanceRef> instances);

    /// All that were recorded.
    List<InstanceRef> instances();
  }

  /// @param past tells that instead, and no server is asked
  public VariableLooks(
      Connections connections, Fleet fleet, VariableStore store, Clock clock, Optional<Past> past) {
    this.past = past;
    this.connections = connections;
    this.fleet = fleet;
    this.variables = new Variables(store, clock);
  }

  /// One look, which is remembered.
  public VariablesScene read(Server server) {
    return connections.monitor(server, variables::read);
  }

  /// The instances of the fleet, to choose some for a comparison: those of the same cluster first.
  public List<InstanceRef> others(InstanceRef than) {
    return past
        .map(Past::instances)
        .orElseGet(() -> fleet.servers().stream().map(Server::ref).toList())
        .stream()
        .filter(other -> !other.id().equals(than.id()))
        .sorted(
            java.util.Comparator.comparing(
                    (InstanceRef other) ->
                        than.cluster().isEmpty() || !other.cluster().equals(than.cluster()))
                .thenComparing(InstanceRef::name))
        .toList();
  }

  public Rounds<VariablesScene> watch(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<VariablesScene>>> onRound) {
    if (past.isPresent()) {
      return Rounds.still(past.get().variables(instances), onRound);
    }
    return new Rounds<>(
        "variables", servers(instances), connections, interval, variables::read, onRound);
  }

  public Rounds<List<StatusRow>> watchStatus(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<List<StatusRow>>>> onRound) {
    if (past.isPresent()) {
      return Rounds.still(past.get().status(instances), onRound);
    }
    Map<String, StatusCourse> courses = new ConcurrentHashMap<>();
    return new Rounds<>(
        "status",
        servers(instances),
        connections,
        interval,
        session ->
            courses.computeIfAbsent(session.server().id(), id -> new StatusCourse()).read(session),
        onRound);
  }

  private List<Server> servers(List<InstanceRef> instances) {
    return instances.stream().flatMap(one -> fleet.find(one.id()).stream()).toList();
  }
}
