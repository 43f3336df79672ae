package org.binnacle.diagnosis.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.mysql.Session;

/// Reads who waits for whom: one round trip where nobody does, five where there is a pile. Nothing
/// it asks grows with the number of locks that are held.
public final class LockReader {
  private static final int STATEMENT = 512;
  private static final int ROOTS_WITH_HISTORY = 20;

  private final ProcessReader sessions;
  private final Clock clock;

  public LockReader(Clock clock) {
    this.clock = clock;
    this.sessions = new ProcessReader(clock);
  }

  public LockScene read(Session session) {
    Instant asked = clock.instant();
    long began = System.nanoTime();
    var findings = new Findings();
    findings.denied.addAll(Denied.of(session));
    var metadata = new MetadataWaits(session, sessions, findings);
    new RowWaits(session, findings).read();
    metadata.read();
    LockTree tree = tree(session, findings);
    return new LockScene(
        session.server().ref(),
        asked.plusNanos(System.nanoTime() - began),
        Duration.ofNanos(System.nanoTime() - began),
        tree,
        List.copyOf(findings.sources),
        List.copyOf(findings.notes),
        findings.denied);
  }

  private LockTree tree(Session session, Findings findings) {
    if (findings.waits.isEmpty()) {
      return LockTree.NONE;
    }
    Map<Who, Party> parties = new HashMap<>();
    var ids = new TreeSet<Long>();
    for (LockWait wait : findings.waits) {
      ids.add(wait.waiter().connectionId());
      wait.blocker().ifPresent(blocker -> ids.add(blocker.connectionId()));
    }
    ids.remove(0L);
    findings.detached.forEach(
        (who, trx) ->
            parties.put(
                who,
                new Party(who, java.util.Optional.empty(), java.util.Optional.of(trx), List.of())));
    for (long id : ids) {
      ProcessRow row = findings.rows.get(id);
      if (row != null) {
        parties.put(Who.session(id), Party.of(row));
      }
    }
    ids.removeAll(findings.rows.keySet());
    for (ProcessRow row : sessions.read(session, ids, STATEMENT)) {
      parties.put(Who.session(row.id()), Party.of(row));
    }
    List<LockWait> waits = findings.waits.stream().map(wait -> timed(wait, parties)).toList();
    LockTree tree = LockTree.of(parties.values(), waits);
    Map<Who, List<PastStatement>> last = history(session, tree, findings);
    if (last.isEmpty()) {
      return tree;
    }
    last.forEach((who, statements) -> parties.computeIfPresent(who, (w, p) -> p.with(statements)));
    return LockTree.of(parties.values(), waits);
  }

  /// InnoDB tells the time of a wait in whole seconds, metadata locks none: the statement's time
  /// stands in, and is finer where both are known to be near.
  private static LockWait timed(LockWait wait, Map<Who, Party> parties) {
    long statementUs =
        java.util.Optional.ofNullable(parties.get(wait.waiter()))
            .flatMap(Party::row)
            .map(ProcessRow::timeUs)
            .orElse(0L);
    long told = wait.waitedUs();
    boolean near = told >= 0 && statementUs >= told && statementUs - told < 1_000_000;
    long best = told < 0 || near ? statementUs : told;
    return new LockWait(wait.waiter(), wait.blocker(), wait.lock(), best, wait.inferred());
  }

  /// The last statements of roots that run nothing now.
  private static Map<Who, List<PastStatement>> history(
      Session session, LockTree tree, Findings findings) {
    Map<Long, Long> threads = new HashMap<>();
    tree.roots().stream()
        .filter(node -> node.party().idle())
        .limit(ROOTS_WITH_HISTORY)
        .forEach(
            node -> node.party().row().ifPresent(row -> threads.put(row.threadId(), row.id())));
    Map<Who, List<PastStatement>> found = new HashMap<>();
    new History(session, findings.notes)
        .of(threads)
        .forEach((id, statements) -> found.put(Who.session(id), statements));
    return found;
  }
}
