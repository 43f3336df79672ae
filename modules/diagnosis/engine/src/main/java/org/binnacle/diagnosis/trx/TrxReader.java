package org.binnacle.diagnosis.trx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.lock.History;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// Reads open transactions with their sessions and statements, in at most three round trips.
public final class TrxReader {
  /// Transactions at most, the oldest.
  public static final int LIMIT = 200;

  private static final int WITH_STATEMENTS = 60;
  private static final int STATEMENT = 1_000;

  private final ProcessReader sessions;
  private final Clock clock;

  public TrxReader(Clock clock) {
    this.clock = clock;
    this.sessions = new ProcessReader(clock);
  }

  public TrxScene read(Session session) {
    long began = System.nanoTime();
    InstanceRef instance = session.server().ref();
    if (!session.facts().can(Capability.PROCESS)) {
      return new TrxScene(
          instance, clock.instant(), since(began), List.of(), -1, List.of(), Denied.of(session));
    }
    var raw = new ArrayList<OpenTrx>();
    var length = new ArrayList<Long>();
    var locking = session.flavour().locking();
    session.round(
        List.of(
            new Ask<>(locking.openTransactions(LIMIT + 1), row -> trx(instance, row), raw::addAll),
            new Ask<>(locking.historyLength(), row -> row.number("length", -1), length::addAll)));
    Set<String> notes = new LinkedHashSet<>();
    List<OpenTrx> cut = raw.size() > LIMIT ? raw.subList(0, LIMIT) : raw;
    if (raw.size() > LIMIT) {
      notes.add("Only the %d oldest transactions are shown.".formatted(LIMIT));
    }
    List<OpenTrx> full = withSessions(session, cut, notes);
    Instant at = clock.instant();
    return new TrxScene(
        instance,
        at,
        since(began),
        full,
        length.isEmpty() ? -1 : length.getFirst(),
        List.copyOf(notes),
        Denied.of(session));
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static OpenTrx trx(InstanceRef instance, Row row) {
    long wait = row.number("wait_age_s", -1);
    return new OpenTrx(
        instance,
        row.text("trx_id", ""),
        row.number("id", 0),
        row.text("trx_state", ""),
        Math.max(0, row.number("trx_age_s", 0)) * 1_000_000,
        wait < 0 ? -1 : wait * 1_000_000,
        row.number("trx_rows_locked", 0),
        row.number("trx_rows_modified", 0),
        row.number("trx_lock_structs", 0),
        row.number("trx_tables_locked", 0),
        row.text("trx_isolation_level", ""),
        row.text("trx_operation_state", ""),
        Optional.empty(),
        List.of());
  }

  private List<OpenTrx> withSessions(Session session, List<OpenTrx> raw, Set<String> notes) {
    var ids = new TreeSet<Long>();
    raw.forEach(one -> ids.add(one.connectionId()));
    ids.remove(0L);
    Map<Long, ProcessRow> rows = new HashMap<>();
    sessions.read(session, ids, STATEMENT).forEach(row -> rows.put(row.id(), row));
    // The reading session's own transaction is no news.
    List<OpenTrx> others =
        raw.stream().filter(one -> one.connectionId() != session.connectionId()).toList();
    Map<Long, Long> threads = new HashMap<>();
    others.stream()
        .limit(WITH_STATEMENTS)
        .forEach(
            one -> {
              ProcessRow row = rows.get(one.connectionId());
              if (row != null) {
                threads.put(row.threadId(), row.id());
              }
            });
    Map<Long, List<PastStatement>> past = new History(session, notes).of(threads);
    return others.stream()
        .map(
            one ->
                with(
                    one,
                    Optional.ofNullable(rows.get(one.connectionId())),
                    past.getOrDefault(one.connectionId(), List.of())))
        .toList();
  }

  /// Statements that ended before the transaction began are not its own; ages are whole seconds.
  private static OpenTrx with(OpenTrx trx, Optional<ProcessRow> row, List<PastStatement> past) {
    List<PastStatement> own =
        past.stream()
            .filter(one -> one.agoUs() < 0 || one.agoUs() <= trx.ageUs() + 1_000_000)
            .toList();
    return new OpenTrx(
        trx.instance(),
        trx.trxId(),
        trx.connectionId(),
        trx.state(),
        trx.ageUs(),
        trx.waitUs(),
        trx.rowsLocked(),
        trx.rowsModified(),
        trx.lockStructs(),
        trx.tablesLocked(),
        trx.isolation(),
        trx.operation(),
        row,
        own);
  }
}
