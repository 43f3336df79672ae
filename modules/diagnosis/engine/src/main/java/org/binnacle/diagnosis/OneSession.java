package org.binnacle.diagnosis;

import java.util.List;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.lock.StoryReader;
import org.binnacle.diagnosis.session.DetailReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.session.ThreadMemory;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// What is asked only when somebody looks at one session, never by a repeating look. Every method
/// blocks, at most for the limit of the monitoring connection's statements.
public final class OneSession {
  private final Connections connections;
  private final Fleet fleet;

  OneSession(Connections connections, Fleet fleet) {
    this.connections = connections;
    this.fleet = fleet;
  }

  /// The whole statement and the attributes of one thread.
  public SessionDetail detail(ProcessRow row) {
    return connections.monitor(
        server(row.instance()), session -> new DetailReader().read(session, row));
  }

  /// What the session has run before, and its locks.
  public SessionStory story(ProcessRow row) {
    return connections.monitor(
        server(row.instance()), session -> new StoryReader().read(session, row));
  }

  /// What memory the session uses. Asked when a user wants to know it, since in MySQL 5.7 all of a
  /// large table is read for it.
  public ThreadMemory memory(ProcessRow row) {
    return connections.monitor(server(row.instance()), session -> ThreadMemory.read(session, row));
  }

  /// What this account may not see of sessions there, and what would allow it.
  public List<Denied> denied(InstanceRef instance) {
    return connections.monitor(server(instance), Denied::of);
  }

  private Server server(InstanceRef instance) {
    return fleet
        .find(instance.id())
        .orElseThrow(() -> new Fault(SessionFaults.NO_INSTANCE, instance.name()));
  }
}
