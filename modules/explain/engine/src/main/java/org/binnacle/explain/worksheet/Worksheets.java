package org.binnacle.explain.worksheet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.binnacle.explain.Servers;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Effect;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Statement;

/// The door to running statements. What is run is read-only unless it is armed; changes are kept in
/// the audit log before they are sent and after.
public final class Worksheets {
  private final Connections connections;
  private final Servers servers;
  private final Diary diary;
  private final Path spools;
  private final StatementHistory history;
  private final Clock clock;

  /// Remembers nothing of what is run; see the other constructor.
  public Worksheets(
      Connections connections,
      Servers servers,
      AuditLog audit,
      String actor,
      Clock clock,
      Path spools) {
    this(connections, servers, audit, actor, clock, spools, StatementHistory.none());
  }

  /// @param actor the user of this workstation, for the audit log
  /// @param spools a folder for large results; made when it is needed
  public Worksheets(
      Connections connections,
      Servers servers,
      AuditLog audit,
      String actor,
      Clock clock,
      Path spools,
      StatementHistory history) {
    this.connections = connections;
    this.servers = servers;
    this.diary = new Diary(audit, actor, clock);
    this.spools = spools;
    this.history = history;
    this.clock = clock;
  }

  /// What was run before.
  public StatementHistory history() {
    return history;
  }

  /// The statements of a text as they would be run.
  public static List<Statement> statements(String script) {
    return Script.cut(script, SqlModes.DEFAULT).statements();
  }

  /// Those statements of a text that are run only where an instance is armed.
  public static List<Statement> changing(String script) {
    return statements(script).stream()
        .filter(
            statement -> {
              Effect effect = Effect.of(statement.text(), SqlModes.DEFAULT);
              return effect != Effect.READS && effect != Effect.SESSION;
            })
        .toList();
  }

  /// A worksheet that keeps its sessions and results until it is closed; connects nowhere yet.
  public Worksheet open() {
    return new Worksheet(this, spools);
  }

  /// Runs a script on sessions of its own and hands rows on as they come: memory does not grow with
  /// the results. Blocks until all instances are done; a cancel ends what runs on every one.
  ///
  /// @throws Fault where nothing was run at all: no statement, an instance that is gone, a name
  ///   that was not typed
  public void run(RunRequest request, Reception reception, Cancel cancel) {
    List<Lane> lanes = lanes(request);
    try {
      run(lanes, request, reception, cancel);
    } finally {
      lanes.forEach(Lane::close);
    }
  }

  List<Lane> lanes(RunRequest request) {
    return request.instances().stream().map(this::lane).toList();
  }

  Lane lane(InstanceRef instance) {
    return new Lane(
        connections,
        servers
            .find(instance.id())
            .orElseThrow(() -> new Fault(WorksheetFaults.NO_INSTANCE, instance.name())));
  }

  void run(List<Lane> lanes, RunRequest request, Reception reception, Cancel cancel) {
    List<Statement> statements = statements(request.script());
    check(request, statements);
    if (lanes.size() == 1) {
      run(lanes.getFirst(), statements, request, reception, cancel);
      return;
    }
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("binnacle-worksheet-", 0).factory())) {
      for (Lane lane : lanes) {
        threads.execute(() -> run(lane, statements, request, reception, cancel));
      }
    }
  }

  private static void check(RunRequest request, List<Statement> statements) {
    if (statements.isEmpty()) {
      throw new Fault(WorksheetFaults.EMPTY, "");
    }
    if (request.arming().writes()) {
      for (InstanceRef instance : request.instances()) {
        if (!request.arming().enoughFor(instance)) {
          throw new Fault(WorksheetFaults.NEEDS_NAME, instance.name());
        }
      }
    }
  }

  private void run(
      Lane lane,
      List<Statement> statements,
      RunRequest request,
      Reception reception,
      Cancel cancel) {
    Session session;
    try {
      cancel.check();
      session = lane.ready(request);
    } catch (RuntimeException e) {
      lane.lost();
      reception.ended(0, lane.instance(), new End.Failed(Fault.of(e), Duration.ZERO));
      for (int i = 1; i < statements.size(); i++) {
        reception.ended(i, lane.instance(), new End.Skipped());
      }
      return;
    }
    var remembering = new Remembering(reception, statements, request, history, clock);
    var run = new ScriptRun(connections, session, request, diary, remembering, cancel);
    try {
      run.all(statements);
    } finally {
      if (!run.alive()) {
        lane.lost();
      }
    }
  }
}
