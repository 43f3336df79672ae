package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// Row lock waits of InnoDB. In a queue of n waiters for one record the server would tell n² pairs,
/// so only the first few of each queue are asked about; the others wait for the same holders.
final class RowWaits {
  private static final int WAITERS = 2_000;
  private static final int ASKED_A_RECORD = 3;
  private static final int RECORDS = 300;
  private static final int PAIRS = 5_000;
  private static final int LOCKS = 2_000;

  /// All locks of a transaction are read to find the one that it waits for.
  static final long FEW_LOCKS = 10_000;

  private final Session session;
  private final Locking locking;
  private final Findings findings;
  private final boolean named;

  RowWaits(Session session, Findings findings) {
    this(session, findings, true);
  }

  /// @param named whether the locks are wanted in words too, which costs one more question
  RowWaits(Session session, Findings findings, boolean named) {
    this.session = session;
    this.locking = session.flavour().locking();
    this.findings = findings;
    this.named = named;
  }

  /// @param ageUs -1 where it is not told
  private record Waiter(String trx, long id, String lock, long rowsLocked, long ageUs) {
    Who who() {
      return Who.of(id, trx);
    }

    /// What it asks for, without who asks: `2:4:7`, space, page and place of the record.
    String record() {
      return recordOf(lock, trx);
    }
  }

  private record Pair(String waiter, String blocker, String blockingLock) {}

  private record Found(String trx, String lock, Contended text) {}

  void read() {
    var facts = session.facts();
    if (!facts.can(Capability.PROCESS)) {
      return;
    }
    boolean modern = !facts.mariaDb() && facts.number().atLeast(8, 0, 0);
    findings.sources.add("INNODB_TRX");
    List<Waiter> waiters = session.query(locking.waiters(WAITERS), RowWaits::waiter);
    if (waiters.isEmpty()) {
      return;
    }
    if (waiters.size() == WAITERS) {
      findings.notes.add(
          "Only the %,d longest waiters for row locks are shown.".formatted(WAITERS));
    }
    if (modern && !facts.can(Capability.PERFORMANCE_SCHEMA)) {
      unknown(waiters);
      return;
    }
    findings.sources.add(modern ? "data_lock_waits" : "INNODB_LOCK_WAITS");
    Map<String, List<Waiter>> queues = queues(waiters);
    List<Waiter> asked = asked(queues);
    List<Pair> pairs =
        session.query(
            locking.rowWaits(trxs(asked), locks(asked), PAIRS),
            row ->
                new Pair(
                    row.text("waiter_trx", ""),
                    row.text("blocker_trx", ""),
                    row.text("blocking_lock", "")));
    Map<String, Contended> texts = named ? texts(queues) : Map.of();
    connect(queues, asked, pairs, texts);
  }

  private static Waiter waiter(Row row) {
    long age = row.number("wait_age_s", -1);
    return new Waiter(
        row.text("trx_id", ""),
        row.number("id", 0),
        row.text("lock_id", ""),
        row.number("rows_locked", 0),
        age < 0 ? -1 : age * 1_000_000);
  }

  /// The middle of a lock id. MySQL 8 writes `trx:space:page:record:lock` for a row and
  /// `trx:table:lock` for a table, before it was `trx:space:page:record`.
  static String recordOf(String lock, String trx) {
    String[] parts = lock.split(":");
    if (parts.length <= 1) {
      return "?" + trx;
    }
    int end = parts.length == 5 || parts.length == 3 ? parts.length - 1 : parts.length;
    return String.join(":", List.of(parts).subList(1, end));
  }

  private static Map<String, List<Waiter>> queues(List<Waiter> waiters) {
    Map<String, List<Waiter>> queues = new LinkedHashMap<>();
    for (Waiter waiter : waiters) {
      queues.computeIfAbsent(waiter.record(), record -> new ArrayList<>()).add(waiter);
    }
    return queues;
  }

  private List<Waiter> asked(Map<String, List<Waiter>> queues) {
    var asked = new ArrayList<Waiter>();
    int records = 0;
    for (List<Waiter> queue : queues.values()) {
      if (records++ == RECORDS) {
        findings.notes.add(
            "More than %d rows are waited for; of the others nothing is said.".formatted(RECORDS));
        break;
      }
      asked.addAll(queue.subList(0, Math.min(ASKED_A_RECORD, queue.size())));
    }
    return asked;
  }

  private static Set<String> trxs(List<Waiter> waiters) {
    var ids = new LinkedHashSet<String>();
    waiters.forEach(waiter -> ids.add(waiter.trx()));
    return ids;
  }

  private static Set<String> locks(List<Waiter> waiters) {
    var ids = new LinkedHashSet<String>();
    waiters.forEach(waiter -> ids.add(waiter.lock()));
    return ids;
  }

  /// The lock in words for each record, from one waiter that holds few locks.
  private Map<String, Contended> texts(Map<String, List<Waiter>> queues) {
    var one = new ArrayList<Waiter>();
    queues.values().stream()
        .limit(RECORDS)
        .forEach(
            queue ->
                queue.stream()
                    .filter(waiter -> waiter.rowsLocked() < FEW_LOCKS)
                    .findFirst()
                    .ifPresent(one::add));
    Map<String, Contended> texts = new HashMap<>();
    if (one.isEmpty()) {
      return texts;
    }
    List<Found> found =
        session.query(
            locking.rowLocks(trxs(one), locks(one), LOCKS),
            row -> new Found(row.text("trx_id", ""), row.text("lock_id", ""), LockTexts.row(row)));
    found.forEach(lock -> texts.put(recordOf(lock.lock(), lock.trx()), lock.text()));
    // A lock that was taken in between has another id: then its owner tells.
    Map<String, Contended> byTrx = new HashMap<>();
    found.forEach(lock -> byTrx.put(lock.trx(), lock.text()));
    one.forEach(
        waiter -> {
          Contended text = byTrx.get(waiter.trx());
          if (text != null) {
            texts.putIfAbsent(waiter.record(), text);
          }
        });
    return texts;
  }

  private void connect(
      Map<String, List<Waiter>> queues,
      List<Waiter> asked,
      List<Pair> pairs,
      Map<String, Contended> texts) {
    Map<String, List<Pair>> byWaiter = new HashMap<>();
    pairs.forEach(
        pair -> byWaiter.computeIfAbsent(pair.waiter(), trx -> new ArrayList<>()).add(pair));
    Map<String, Who> names = names(queues, pairs);
    Set<String> wanted = locks(queues.values().stream().flatMap(List::stream).toList());
    Set<String> askedTrxs = trxs(asked);
    for (var queue : queues.entrySet()) {
      Contended text = texts.getOrDefault(queue.getKey(), Contended.unknown(LockKind.ROW));
      Set<String> holders = new LinkedHashSet<>();
      for (Waiter waiter : queue.getValue()) {
        List<Pair> own = byWaiter.getOrDefault(waiter.trx(), List.of());
        Set<String> inTheWay = askedTrxs.contains(waiter.trx()) ? inTheWay(own, wanted) : holders;
        holders.addAll(inTheWay);
        for (String blocker : inTheWay) {
          if (!blocker.equals(waiter.trx())) {
            Who who = names.getOrDefault(blocker, Who.transaction(blocker));
            findings.waits.add(
                new LockWait(waiter.who(), Optional.of(who), text, waiter.ageUs(), false));
          }
        }
        if (inTheWay.isEmpty()) {
          findings.waits.add(
              new LockWait(waiter.who(), Optional.empty(), text, waiter.ageUs(), false));
        }
      }
    }
  }

  /// Those that hold the lock; where nobody does, those that asked for it before.
  private static Set<String> inTheWay(List<Pair> pairs, Set<String> wanted) {
    var holders = new LinkedHashSet<String>();
    var before = new LinkedHashSet<String>();
    for (Pair pair : pairs) {
      (wanted.contains(pair.blockingLock()) ? before : holders).add(pair.blocker());
    }
    return holders.isEmpty() ? before : holders;
  }

  private record Named(String trx, long id, Transaction transaction) {}

  /// The sessions behind transaction ids.
  private Map<String, Who> names(Map<String, List<Waiter>> queues, List<Pair> pairs) {
    Map<String, Who> names = new HashMap<>();
    queues.values().forEach(queue -> queue.forEach(one -> names.put(one.trx(), one.who())));
    var unknown = new HashSet<String>();
    pairs.forEach(pair -> unknown.add(pair.blocker()));
    unknown.removeAll(names.keySet());
    if (!unknown.isEmpty()) {
      for (Named named : session.query(locking.transactions(unknown), RowWaits::named)) {
        Who who = Who.of(named.id(), named.trx());
        names.put(named.trx(), who);
        if (!who.hasConnection()) {
          findings.detached.put(who, named.transaction());
        }
      }
    }
    return names;
  }

  private static Named named(Row row) {
    return new Named(
        row.text("trx_id", ""),
        row.number("id", 0),
        new Transaction(
            Math.max(0, row.number("trx_age_s", 0)) * 1_000_000,
            row.number("trx_rows_modified", 0),
            row.number("trx_rows_locked", 0),
            row.text("trx_state", "")));
  }

  private void unknown(List<Waiter> waiters) {
    findings.notes.add(
        "Who holds the row locks is not known: performance_schema is off or may not be read here.");
    for (Waiter waiter : waiters) {
      findings.waits.add(
          new LockWait(
              waiter.who(),
              Optional.empty(),
              Contended.unknown(LockKind.ROW),
              waiter.ageUs(),
              false));
    }
  }
}
