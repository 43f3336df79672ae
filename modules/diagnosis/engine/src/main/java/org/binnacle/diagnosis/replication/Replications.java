package org.binnacle.diagnosis.replication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// The door to replication for both faces; blocks.
public final class Replications {
  private final Connections connections;
  private final ReplicaReader reader;

  /// @param settings name the heartbeat tables, for selectors of the fleet
  public Replications(Connections connections, Fleet fleet, Settings settings, Clock clock) {
    this.connections = connections;
    this.reader =
        new ReplicaReader(clock, new Heartbeat(() -> HeartbeatRules.of(settings, fleet::select)));
  }

  /// One look on a session.
  public ReplicaScene look(Session session) {
    return reader.read(session);
  }

  /// Replication as one instance sees it, once.
  public ReplicaScene read(Server server) {
    return connections.monitor(server, reader::read);
  }

  /// One look at each, all at once; those that do not answer are among them.
  public List<ReplicaMember> read(List<Server> servers) {
    Map<Server, Future<ReplicaScene>> asked = new LinkedHashMap<>();
    var members = new ArrayList<ReplicaMember>();
    var threads = Thread.ofVirtual().name("replication-", 0).factory();
    try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
      servers.forEach(server -> asked.put(server, executor.submit(() -> read(server))));
      asked.forEach((server, answer) -> members.add(member(server, answer)));
    }
    return members;
  }

  private static ReplicaMember member(Server server, Future<ReplicaScene> answer) {
    try {
      return ReplicaMember.of(answer.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return ReplicaMember.unreachable(server.ref(), Fault.of(cause == null ? e : cause));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return ReplicaMember.unreachable(server.ref(), Fault.of(e));
    }
  }
}
