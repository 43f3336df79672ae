package org.binnacle.explain.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.binnacle.explain.Plan;
import org.binnacle.explain.Servers;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.insight.TableFacts;
import org.binnacle.explain.live.Explained.Origin;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.Stopper;
import org.binnacle.sql.Kind;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;

/// The door to plans of servers. Every method blocks until the server has answered: call it on a
/// virtual thread, never on the FX thread; a {@link Cancel} ends it from any thread. All failures
/// are {@link Fault}s with codes of {@link ExplainFaults} or of the session.
///
/// Each call has a short connection of its own: read-only (but for the plan of a change, which is
/// rolled back), `lock_wait_timeout` 2 s, statements bounded by the server. Plain EXPLAIN runs
/// functions and takes metadata locks, hence all three (measured, see `README.md`).
public final class Explaining {
  /// How long a measured statement may run where nobody says otherwise.
  public static final Duration CAP = Duration.ofSeconds(30);

  private static final Duration ESTIMATE = Duration.ofSeconds(10);
  private static final Duration SLACK = Duration.ofSeconds(10);
  private static final Duration LOCK_WAIT = Duration.ofSeconds(2);

  private final Connections connections;
  private final Servers servers;
  private final Clock clock;

  public Explaining(Connections connections, Servers servers, Clock clock) {
    this.connections = connections;
    this.servers = servers;
    this.clock = clock;
  }

  /// The plan that a statement would get now; nothing is run. Any SELECT, INSERT, UPDATE, DELETE or
  /// REPLACE has one.
  public Explained estimate(InstanceRef instance, Question question, Cancel cancel) {
    String statement = StatementCheck.explainable(question.sql());
    return planned(
        instance,
        statement,
        cancel,
        session -> {
          arrange(session, question);
          Asking.Came came = new Asking(session, question.form()).estimated(statement);
          return told(
              session,
              instance,
              Origin.ESTIMATED,
              statement,
              question,
              came,
              Optional.empty(),
              new ArrayList<>());
        });
  }

  /// Runs a SELECT and tells how it went.
  ///
  /// @param cap the statement is ended when it has run that long; {@link #CAP} is usual
  /// @param confirmation with the instance's name where {@link Confirmation#needed} says so
  /// @throws Fault with {@link ExplainFaults#NOT_MEASURABLE} for all that could change or lock
  public Explained measure(
      InstanceRef instance,
      Question question,
      Duration cap,
      Confirmation confirmation,
      Cancel cancel) {
    String statement = StatementCheck.explainable(question.sql());
    StatementCheck.measurable(statement);
    if (!confirmation.enoughFor(instance)) {
      throw new Fault(ExplainFaults.NEEDS_NAME, instance.name());
    }
    try (Session session = open(instance, cap, true)) {
      return with(
          session,
          cancel,
          cap,
          () -> {
            arrange(session, question);
            var notes = new ArrayList<String>();
            Asking.Came came = new Asking(session, question.form()).measured(statement);
            came.notes().stream()
                .filter(ServerNote::ended)
                .findFirst()
                .ifPresent(
                    note ->
                        notes.add(
                            "it was ended after %d s: the numbers are those of the part that ran"
                                .formatted(came.took().toSeconds())));
            cancel.check();
            return told(
                session,
                instance,
                Origin.MEASURED,
                statement,
                question,
                came,
                Optional.empty(),
                notes);
          });
    }
  }

  /// The plan of what a thread runs now: the thread's own where the server tells it to this
  /// account, else the plan that its statement would get; `notes` then says why. Where both are
  /// known the insights say whether they differ.
  ///
  /// @param connectionId as in the process list
  public Explained running(InstanceRef instance, long connectionId, Form form, Cancel cancel) {
    try (Session session = open(instance, ESTIMATE, true)) {
      return with(
          session,
          cancel,
          ESTIMATE.multipliedBy(2),
          () -> {
            var seen = RunningThread.look(session, connectionId);
            var notes = new ArrayList<String>();
            Optional<Asking.Came> own = seen.own(new Asking(session, form), notes);
            var question = new Question(seen.sql(), seen.database(), form);
            Optional<Asking.Came> fresh = fresh(instance, question, own.isPresent(), notes, cancel);
            return told(
                session,
                instance,
                own.isPresent() ? Origin.RUNNING : Origin.RUNNING_TEXT,
                seen.sql(),
                question,
                own.or(() -> fresh).orElseThrow(),
                own.flatMap(plan -> fresh.map(Asking.Came::plan)),
                notes);
          });
    }
  }

  /// Beside the thread's own plan the fresh one is welcome; without it it is all there is.
  private Optional<Asking.Came> fresh(
      InstanceRef instance,
      Question question,
      boolean welcomeOnly,
      List<String> notes,
      Cancel cancel) {
    try {
      String statement = StatementCheck.explainable(question.sql());
      return Optional.of(
          planned(
              instance,
              statement,
              cancel,
              session -> {
                arrange(session, question);
                return new Asking(session, question.form()).estimated(statement);
              }));
    } catch (Fault fault) {
      if (!welcomeOnly || fault.code().equals(Fault.CANCELLED)) {
        throw fault;
      }
      notes.add("the plan that the statement would get now is not known (" + fault.detail() + ")");
      return Optional.empty();
    }
  }

  /// Servers refuse EXPLAIN of a change in a read-only transaction (1792, all that were tried). So
  /// these are planned in a transaction that is rolled back, and only where they call no function
  /// of the schema: EXPLAIN runs functions, and what one writes elsewhere could not be undone.
  private <T> T planned(
      InstanceRef instance, String statement, Cancel cancel, Function<Session, T> work) {
    boolean reads = Kind.of(statement, SqlModes.DEFAULT) == Kind.SELECT;
    try (Session session = open(instance, ESTIMATE, reads)) {
      return with(
          session,
          cancel,
          ESTIMATE,
          () -> {
            if (reads) {
              return work.apply(session);
            }
            FunctionCheck.none(session, statement);
            session.execute("START TRANSACTION");
            T planned = work.apply(session);
            session.execute("ROLLBACK");
            return planned;
          });
    }
  }

  private Session open(InstanceRef instance, Duration statement, boolean readOnly) {
    Server server =
        servers
            .find(instance.id())
            .orElseThrow(() -> new Fault(ExplainFaults.NO_INSTANCE, instance.name()));
    var bounds = new Bounds(Bounds.action().connect(), statement, statement.plus(SLACK), LOCK_WAIT);
    return connections.action(server, "explain", bounds, readOnly);
  }

  private static void arrange(Session session, Question question) {
    question
        .database()
        .filter(name -> !name.isBlank())
        .ifPresent(name -> session.arrange("USE " + Quote.name(name)));
    if (question.invisible()) {
      session.arrange("SET SESSION optimizer_switch = 'use_invisible_indexes=on'");
    }
  }

  private <T> T with(Session session, Cancel cancel, Duration limit, Supplier<T> work) {
    // A second after the server's own limit, which tells more.
    try (var stopper = Stopper.of(connections, session, cancel, limit.plusSeconds(1))) {
      try {
        cancel.check();
        return work.get();
      } catch (Fault fault) {
        if (stopper.late()) {
          throw new Fault(ExplainFaults.STOPPED, limit.toSeconds() + " s", fault);
        }
        cancel.check();
        throw fault;
      }
    }
  }

  private Explained told(
      Session session,
      InstanceRef instance,
      Origin origin,
      String statement,
      Question question,
      Asking.Came came,
      Optional<Plan> fresh,
      List<String> notes) {
    Instant at = clock.instant();
    Optional<String> rewritten = came.plan().rewritten().or(() -> rewritten(came.notes()));
    var reader = new FactsReader(session, notes);
    Map<String, TableInfo> tables =
        reader.tables(
            came.plan(),
            Stream.concat(rewritten.stream(), Stream.of(statement)).toList(),
            question.database());
    Facts facts =
        Facts.NONE
            .withSql(statement)
            .withServer(session.facts().version())
            .withVariables(reader.variables())
            .withWarnings(came.notes().stream().map(ServerNote::words).toList())
            .withTables(TableFacts.of(tables));
    Facts all = fresh.map(facts::withFresh).orElse(facts);
    return new Explained(
        instance,
        origin,
        statement,
        question.database(),
        session.facts().version(),
        came.sent(),
        came.plan(),
        rewritten,
        came.notes(),
        tables,
        all,
        Insights.of(came.plan(), all),
        notes,
        at,
        came.took());
  }

  private static Optional<String> rewritten(List<ServerNote> notes) {
    return notes.stream()
        .filter(note -> note.code() == ServerNote.REWRITTEN)
        .map(ServerNote::text)
        .findFirst();
  }
}
