package org.binnacle.diagnosis.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.diagnosis.session.Blocking;
import org.binnacle.diagnosis.session.LockLook;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.Session;

/// Blocked-by and blocks for the process list: only the edges of the wait graph, and only while a
/// row of the list waits. Where the questions take long or fail, the instance is left alone for
/// some seconds, in which nothing is known of its queues.
///
/// From any thread.
public final class LockEdges implements LockLook {
  private static final Duration LONG = Duration.ofMillis(250);
  private static final Duration REST = Duration.ofSeconds(10);
  private static final int STATEMENT = 512;

  /// Rows that are waited for and were not read, such as a sleeper that holds LOCK TABLES.
  private static final int MISSING = 50;

  private final Clock clock;
  private final ProcessReader sessions;
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  public LockEdges(Clock clock) {
    this.clock = clock;
    this.sessions = new ProcessReader(clock);
  }

  @Override
  public List<ProcessRow> onto(Session session, List<ProcessRow> rows) {
    if (rows.stream().noneMatch(ProcessRow::blocked)) {
      return rows.stream().map(row -> row.with(Blocking.NONE)).toList();
    }
    String id = session.server().id();
    Instant until = resting.get(id);
    if (until != null && clock.instant().isBefore(until)) {
      return rows;
    }
    resting.remove(id);
    long began = System.nanoTime();
    try {
      return joined(session, rows, WaitGraph.of(waits(session, rows)));
    } catch (Fault fault) {
      resting.put(id, clock.instant().plus(REST));
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      return rows;
    } finally {
      if (System.nanoTime() - began > LONG.toNanos()) {
        resting.put(id, clock.instant().plus(REST));
      }
    }
  }

  private List<LockWait> waits(Session session, List<ProcessRow> rows) {
    var findings = new Findings();
    if (rows.stream().anyMatch(row -> row.trx().filter(trx -> trx.waitsForLock()).isPresent())) {
      new RowWaits(session, findings, false).read();
    }
    if (rows.stream().anyMatch(LockEdges::beforeMetadata)) {
      if (session.flavour().locking().metadata(session.facts()) == Locking.Metadata.FULL) {
        new MetadataWaits(session, sessions, findings).read();
      } else if (session.facts().can(Capability.PROCESS)) {
        findings.waits.addAll(InferredMetadata.waits(rows));
      }
    }
    return findings.waits;
  }

  private static boolean beforeMetadata(ProcessRow row) {
    String state = row.state().toLowerCase(Locale.ROOT);
    return state.equals("user lock")
        || (state.startsWith("waiting for ")
            && (state.endsWith(" lock") || state.endsWith(" flush")));
  }

  private List<ProcessRow> joined(Session session, List<ProcessRow> rows, WaitGraph graph) {
    Map<Long, ProcessRow> known = new HashMap<>();
    rows.forEach(row -> known.put(row.id(), row));
    var missing = new TreeSet<Long>();
    graph.blockers().stream()
        .filter(who -> who.hasConnection() && !known.containsKey(who.connectionId()))
        .limit(MISSING)
        .forEach(who -> missing.add(who.connectionId()));
    var all = new ArrayList<ProcessRow>(rows.size() + missing.size());
    rows.forEach(row -> all.add(row.with(graph.of(Who.session(row.id())))));
    for (ProcessRow row : sessions.read(session, missing, STATEMENT)) {
      all.add(row.with(graph.of(Who.session(row.id()))));
    }
    return all;
  }
}
