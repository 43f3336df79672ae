package org.binnacle.diagnosis.kill;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.lock.LockEdges;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;

/// Re-reads the victims and says of each what a kill would do.
final class KillPlanner {
  /// All threads, so that transactions of sleepers are known too.
  private static final Want EVERYTHING = new Want(true, true, 20_000, 1_000);

  private final Protection protection;
  private final ProcessReader reader;
  private final ProcessReader queues;
  private final RollbackRates rates;
  private final Clock clock;

  KillPlanner(Protection protection, RollbackRates rates, Clock clock) {
    this.rates = rates;
    this.protection = protection;
    this.reader = new ProcessReader(clock);
    this.queues = new ProcessReader(clock, new LockEdges(clock));
    this.clock = clock;
  }

  KillPlan plan(Session session, Server server, Verb verb, List<Target> targets) {
    Map<Long, ProcessRow> rows = new HashMap<>();
    ProcessSnapshot seen = reader.read(session, EVERYTHING);
    rates.note(seen);
    seen.rows().forEach(row -> rows.put(row.id(), row));
    var victims = new ArrayList<Victim>();
    for (Target target : targets) {
      Optional<Identity> identity = identity(session, target.id());
      Optional<ProcessRow> row = Optional.ofNullable(rows.get(target.id()));
      victims.add(
          identity
              .filter(found -> target.threadId() == 0 || target.threadId() == found.threadId())
              .map(found -> victim(session, verb, target, found, row))
              .orElseGet(() -> nobody(session, verb, target.id(), identity.isEmpty())));
    }
    return new KillPlan(server, verb, victims, clock.instant());
  }

  /// All sessions, sleepers and the server's own included, and who waits for whom.
  List<ProcessRow> everybody(Session session) {
    return queues.read(session, EVERYTHING).rows();
  }

  static Optional<Identity> identity(Session session, long id) {
    String sql = session.flavour().identity(session.facts());
    return session.query(sql, Identity::read, id).stream().findFirst();
  }

  /// KILL of exactly this statement where the server can be told so (MariaDB), else of the
  /// thread's.
  static String statement(Session session, Verb verb, Identity of) {
    var flavour = session.flavour();
    return switch (verb) {
      case QUERY ->
          flavour.killQuery(
              session.facts(),
              of.id(),
              of.eventId() == 0 ? OptionalLong.empty() : OptionalLong.of(of.eventId()));
      case CONNECTION -> flavour.killConnection(session.facts(), of.id());
    };
  }

  private Victim victim(
      Session session, Verb verb, Target target, Identity now, Optional<ProcessRow> row) {
    Kind kind =
        session.own().contains(now.id())
            ? Kind.OWN
            : row.map(ProcessRow::kind).orElse(now.runs() ? Kind.ACTIVE : Kind.SLEEPING);
    long timeUs = row.map(ProcessRow::timeUs).orElse(now.timeS() * 1_000_000);
    Optional<Transaction> trx = row.flatMap(ProcessRow::trx);
    return new Victim(
        now,
        kind,
        row.map(ProcessRow::program).orElse(""),
        timeUs,
        trx,
        statement(session, verb, now),
        verdict(verb, target, now, kind),
        Rollback.of(
            trx,
            session.facts().can(Capability.PROCESS),
            kind,
            timeUs,
            rates.rowsPerS(session.server().id())));
  }

  private Verdict verdict(Verb verb, Target target, Identity now, Kind kind) {
    Optional<String> why = protection.against(kind, now.user());
    if (why.isPresent()) {
      return new Verdict.Protected(why.get());
    }
    if (verb == Verb.QUERY && !now.runs()) {
      return new Verdict.NothingRuns();
    }
    return new Verdict.Go(target.eventId() != 0 && target.eventId() != now.eventId());
  }

  private static Victim nobody(Session session, Verb verb, long id, boolean unseen) {
    var nobody = new Identity(id, 0, 0, "", "", "", "", 0, "", "");
    return new Victim(
        nobody,
        Kind.SLEEPING,
        "",
        0,
        Optional.empty(),
        statement(session, verb, nobody),
        unseen ? unseen(session) : new Verdict.Gone(),
        Rollback.NOTHING);
  }

  /// Without PROCESS an account sees its own sessions only: "it has ended" would be a guess.
  private static Verdict unseen(Session session) {
    if (session.facts().can(Capability.PROCESS)) {
      return new Verdict.Gone();
    }
    return new Verdict.Unseen(
        session.flavour().missingGrants(session).stream()
            .filter(grant -> grant.capability() == Capability.PROCESS)
            .map(grant -> grant.sql())
            .findFirst()
            .orElse("GRANT PROCESS ON *.* TO this account"));
  }
}
