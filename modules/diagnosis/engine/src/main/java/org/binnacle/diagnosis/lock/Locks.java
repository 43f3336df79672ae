package org.binnacle.diagnosis.lock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// The door to locks for both faces; blocks.
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

  /// One look at each, all at once, so that one that hangs delays none of the others' answers by
  /// more than its own time limit.
  public MergedLocks read(List<Server> servers) {
    Map<InstanceRef, Future<LockScene>> asked = new LinkedHashMap<>();
    var scenes = new ArrayList<LockScene>();
    Map<InstanceRef, Fault> failed = new LinkedHashMap<>();
    var threads = Thread.ofVirtual().name("locks-", 0).factory();
    try (var executor = Executors.newThreadPerTaskExecutor(threads)) {
      servers.forEach(server -> asked.put(server.ref(), executor.submit(() -> read(server))));
      asked.forEach(
          (instance, answer) -> {
            try {
              scenes.add(answer.get());
            } catch (ExecutionException e) {
              failed.put(instance, Fault.of(e.getCause() == null ? e : e.getCause()));
            } catch (InterruptedException e) {
              answer.cancel(true);
              Thread.currentThread().interrupt();
              failed.put(instance, Fault.of(e));
            }
          });
    }
    return MergedLocks.of(scenes, failed);
  }

  /// One look on a session.
  public LockScene look(Session session) {
    return reader.read(session);
  }
}
