package org.binnacle.diagnosis.innodb;

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

/// The door to what InnoDB counts. All but {@link #watch} blocks.
public final class InnoDb {
  private final Connections connections;
  private final Fleet fleet;
  private final InnoDbReader reader;
  private final Clock clock;
  private final Optional<Past> past;

  /// What was recorded, in the place of servers.
  public interface Past {
    List<Rounds.Seen<InnoDbScene>> scenes(List<InstanceRef> instances);

    /// Empty where the text was not recorded.
    Optional<Monitor> monitor(InstanceRef instance);
  }

  /// @param past tells that instead, and no server is asked
  public InnoDb(Connections connections, Fleet fleet, Clock clock, Optional<Past> past) {
    this.connections = connections;
    this.fleet = fleet;
    this.clock = clock;
    this.past = past;
    this.reader = new InnoDbReader(clock);
  }

  /// One look.
  public InnoDbLook look(Server server) {
    return connections.monitor(server, reader::read);
  }

  /// Looks at instances until closed, each look a round trip; returns at once.
  public Rounds<InnoDbScene> watch(
      List<InstanceRef> instances,
      Duration interval,
      Consumer<List<Rounds.Seen<InnoDbScene>>> onRound) {
    if (past.isPresent()) {
      return Rounds.still(past.get().scenes(instances), onRound);
    }
    Map<String, InnoDbCourse> courses = new ConcurrentHashMap<>();
    List<Server> servers =
        instances.stream().flatMap(one -> fleet.find(one.id()).stream()).toList();
    return new Rounds<>(
        "innodb",
        servers,
        connections,
        interval,
        session ->
            courses
                .computeIfAbsent(session.server().id(), id -> new InnoDbCourse())
                .enter(reader.read(session)),
        onRound);
  }

  /// The text of InnoDB's monitor, on the connection that we hold: a server that is full has no
  /// other for us. SHOW is not ended by the statement limit, but by that of the network (5 s).
  public Monitor monitor(Server server) {
    String text =
        connections.monitor(
            server,
            session ->
                session
                    .query(session.flavour().engine().monitor(), row -> row.text("Status", ""))
                    .stream()
                    .findFirst()
                    .orElse(""));
    return Monitor.of(server.ref(), clock.instant(), text);
  }

  /// The counters of INNODB_METRICS that figures are made of.
  public static List<String> metrics() {
    return Names.METRICS;
  }

  /// The same for an instance of the fleet; empty where it has left it, or where nothing was
  /// recorded.
  public Optional<Monitor> monitor(InstanceRef instance) {
    if (past.isPresent()) {
      return past.get().monitor(instance);
    }
    return fleet.find(instance.id()).map(this::monitor);
  }
}
