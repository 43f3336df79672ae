package org.binnacle.diagnosis.lock;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// The door to locks for both faces; blocks, but for {@link #watch}.
public final class Locks {
  private final Connections connections;
  private final LockReader reader;

  public Locks(Connections connections, Clock clock) {
    this.connections = connections;
    this.reader = new LockReader(clock);
  }

  /// One look on the monitoring connection.
  public LockScene read(Server server) {
    return connections.monitor(server, reader::read);
  }

  /// Looks again and again until closed; returns at once.
  public Rounds<LockScene> watch(
      List<Server> servers, Duration interval, Consumer<List<Rounds.Seen<LockScene>>> onRound) {
    return new Rounds<>("locks", servers, connections, interval, reader::read, onRound);
  }
}
