package org.binnacle.explain.advice;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.Plan;
import org.binnacle.explain.Servers;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Quote;
import org.binnacle.sql.query.TableUse;

/// Tries candidates on an instance: a scratch schema gets a sample of each table, the plan of the
/// statement is asked for before and after each index, and the schema is dropped whatever happens.
/// Nothing else is touched; both ends of a trial are audited.
public final class Trial {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private final Connections connections;
  private final Servers servers;
  private final Explaining explaining;
  private final AuditLog audit;
  private final String actor;
  private final Clock clock;

  public Trial(
      Connections connections,
      Servers servers,
      Explaining explaining,
      AuditLog audit,
      String actor,
      Clock clock) {
    this.connections = connections;
    this.servers = servers;
    this.explaining = explaining;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
  }

  /// @param before the plan on the sample without any candidate
  /// @param tries one for each candidate, in their order
  /// @param left the scratch schema, where it could not be dropped
  public record Result(Plan before, List<Try> tries, Optional<String> left) {
    public Result {
      tries = List.copyOf(tries);
    }
  }

  /// @param used whether the plan with the index uses it
  public record Try(Candidate candidate, Plan after, boolean used) {}

  /// @param tables the tables of the statement, as {@link Advising#tables} reads them
  /// @param rows sampled of each table at most
  /// @throws Fault where the statement names schemas itself: the sample would not be asked
  public Result run(
      InstanceRef instance,
      String sql,
      List<Candidate> candidates,
      Map<String, TableInfo> tables,
      long rows,
      Confirmation confirmation,
      Cancel cancel) {
    if (!confirmation.enoughFor(instance)) {
      throw new Fault(ExplainFaults.NEEDS_NAME, instance.name());
    }
    if (Adviser.tables(sql).stream().map(TableUse::schema).anyMatch(name -> !name.isEmpty())) {
      throw new Fault(ExplainFaults.QUALIFIED, instance.name());
    }
    Server server =
        servers
            .find(instance.id())
            .orElseThrow(() -> new Fault(ExplainFaults.NO_INSTANCE, instance.name()));
    String scratch = "binnacle_trial_" + UUID.randomUUID().toString().substring(0, 8);
    kept(instance, scratch, AuditEntry.Outcome.ASKED, "");
    var bounds =
        new Bounds(
            Bounds.action().connect(), LIMIT, LIMIT.plusSeconds(10), Bounds.action().lockWait());
    Optional<String> left = Optional.empty();
    Plan before;
    var tries = new ArrayList<Try>();
    try (Session session = connections.action(server, "trial", bounds, false)) {
      session.execute("CREATE DATABASE " + Quote.name(scratch));
      try {
        for (TableInfo table : tables.values()) {
          cancel.check();
          sample(session, scratch, table, rows);
        }
        before = plan(instance, scratch, sql, cancel);
        for (Candidate candidate : candidates) {
          cancel.check();
          tries.add(tried(session, instance, scratch, sql, candidate, cancel));
        }
      } finally {
        left = dropped(session, server, scratch);
        kept(
            instance,
            scratch,
            left.isEmpty() ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.FAILED,
            left.map(name -> "schema " + name + " could not be dropped").orElse("dropped again"));
      }
    }
    return new Result(before, tries, left);
  }

  private static void sample(Session session, String scratch, TableInfo table, long rows) {
    String copy = Quote.path(scratch, table.name());
    String from = Quote.path(table.schema(), table.name());
    session.execute("CREATE TABLE " + copy + " LIKE " + from);
    String columns =
        String.join(
            ", ",
            table.columns().stream()
                .filter(column -> !generated(column))
                .map(column -> Quote.name(column.name()))
                .toList());
    session.execute(
        "INSERT INTO "
            + copy
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + from
            + " LIMIT "
            + rows);
    analysed(session, copy);
  }

  private static boolean generated(ColumnInfo column) {
    String extra = column.extra().toUpperCase(java.util.Locale.ROOT);
    return extra.contains("VIRTUAL") || extra.contains("STORED") || extra.contains("PERSISTENT");
  }

  private static void analysed(Session session, String table) {
    var _ = session.query("ANALYZE LOCAL TABLE " + table, row -> row.text("Msg_text", ""));
  }

  private Try tried(
      Session session,
      InstanceRef instance,
      String scratch,
      String sql,
      Candidate candidate,
      Cancel cancel) {
    String table = Quote.path(scratch, candidate.table());
    var there =
        new Candidate(
            scratch,
            candidate.table(),
            candidate.columns(),
            candidate.why(),
            candidate.covering(),
            candidate.replaces(),
            candidate.bytes(),
            candidate.writes());
    session.execute(there.ddl());
    analysed(session, table);
    Plan after = plan(instance, scratch, sql, cancel);
    session.execute("DROP INDEX " + Quote.name(there.name()) + " ON " + table);
    boolean used =
        after.nodes().stream()
            .flatMap(node -> node.index().stream())
            .anyMatch(index -> index.name().equals(there.name()));
    return new Try(candidate, after, used);
  }

  private Plan plan(InstanceRef instance, String scratch, String sql, Cancel cancel) {
    return explaining.estimate(instance, Question.of(sql, Optional.of(scratch)), cancel).plan();
  }

  /// On a fresh connection where the first was lost. The name where it stays.
  private Optional<String> dropped(Session session, Server server, String scratch) {
    String drop = "DROP DATABASE IF EXISTS " + Quote.name(scratch);
    try {
      session.execute(drop);
      return Optional.empty();
    } catch (RuntimeException first) {
      try (Session fresh = connections.action(server, "trial", Bounds.action(), false)) {
        fresh.execute(drop);
        return Optional.empty();
      } catch (RuntimeException second) {
        return Optional.of(scratch);
      }
    }
  }

  private void kept(
      InstanceRef instance, String scratch, AuditEntry.Outcome outcome, String detail) {
    audit.append(
        new AuditEntry(
            clock.instant(),
            actor,
            instance,
            "advise.trial",
            scratch,
            "CREATE DATABASE " + scratch + " .. DROP DATABASE " + scratch,
            "",
            outcome,
            detail));
  }
}
