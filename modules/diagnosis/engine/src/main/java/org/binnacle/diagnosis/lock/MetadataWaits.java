package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.binnacle.diagnosis.lock.MetadataLock.Thing;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.Session;
import org.jspecify.annotations.Nullable;

/// Waits for metadata locks: first the pending ones, then what is granted on just those objects.
/// Who is in whose way is worked out here by {@link MetadataRules}, since the server does not say.
final class MetadataWaits {
  private static final int PENDING = 500;
  private static final int GRANTED = 200;
  private static final int OBJECTS = 20;

  private final Session session;
  private final ProcessReader sessions;
  private final Locking locking;
  private final Findings findings;

  MetadataWaits(Session session, ProcessReader sessions, Findings findings) {
    this.session = session;
    this.sessions = sessions;
    this.locking = session.flavour().locking();
    this.findings = findings;
  }

  void read() {
    if (locking.metadata(session.facts()) == Locking.Metadata.FULL) {
      told();
    } else if (session.facts().can(Capability.PROCESS)) {
      new InferredMetadata(session, sessions, findings).read();
    }
  }

  private void told() {
    findings.sources.add("metadata_locks");
    List<MetadataLock> pending =
        session.query(locking.pendingMetadata(PENDING), MetadataLock::read);
    if (pending.isEmpty()) {
      return;
    }
    if (pending.size() == PENDING) {
      findings.notes.add("Only %d waits for metadata locks are shown.".formatted(PENDING));
    }
    Map<Thing, List<MetadataLock>> queues = new LinkedHashMap<>();
    pending.forEach(
        lock -> queues.computeIfAbsent(lock.thing(), thing -> new ArrayList<>()).add(lock));
    Map<Thing, List<MetadataLock>> granted = new HashMap<>();
    int objects = 0;
    for (Thing thing : queues.keySet()) {
      if (objects++ == OBJECTS) {
        findings.notes.add(
            "More than %d objects are waited for; who holds the others is not read."
                .formatted(OBJECTS));
        break;
      }
      granted.put(thing, holders(thing));
    }
    connect(queues, granted);
  }

  private List<MetadataLock> holders(Thing thing) {
    return session.query(
        locking.grantedMetadata(GRANTED),
        MetadataLock::read,
        thing.type(),
        orNull(thing.schema()),
        orNull(thing.name()));
  }

  @SuppressWarnings("NullAway") // NULL is what the driver has to send
  private static Object orNull(String text) {
    @Nullable String sent = text.isEmpty() ? null : text;
    return sent;
  }

  private void connect(
      Map<Thing, List<MetadataLock>> queues, Map<Thing, List<MetadataLock>> granted) {
    Map<Long, Who> names = names(queues, granted);
    queues.forEach(
        (thing, queue) -> {
          List<MetadataLock> holders = granted.getOrDefault(thing, List.of());
          for (MetadataLock waiter : queue) {
            Who who = names.get(waiter.threadId());
            if (who != null) {
              wait(who, waiter, inTheWay(waiter, queue, holders), names);
            }
          }
        });
  }

  private void wait(Who who, MetadataLock lock, Set<Long> inTheWay, Map<Long, Who> names) {
    boolean any = false;
    for (long thread : inTheWay) {
      Who blocker = names.get(thread);
      if (blocker != null) {
        any = true;
        findings.waits.add(new LockWait(who, Optional.of(blocker), lock.text(), -1, false));
      }
    }
    if (!any) {
      findings.waits.add(new LockWait(who, Optional.empty(), lock.text(), -1, false));
    }
  }

  /// The threads that one waits for: those that hold what does not go with it, and those whose
  /// pending lock goes first.
  static Set<Long> inTheWay(
      MetadataLock waiter, List<MetadataLock> queue, List<MetadataLock> holders) {
    var threads = new TreeSet<Long>();
    for (MetadataLock held : holders) {
      if (MetadataRules.grantedBlocks(waiter.type(), waiter.mode(), held.mode())) {
        threads.add(held.threadId());
      }
    }
    for (MetadataLock before : queue) {
      if (MetadataRules.pendingBlocks(waiter.type(), waiter.mode(), before.mode())) {
        threads.add(before.threadId());
      }
    }
    threads.remove(waiter.threadId());
    return threads;
  }

  private record Named(long threadId, long id) {}

  private Map<Long, Who> names(
      Map<Thing, List<MetadataLock>> queues, Map<Thing, List<MetadataLock>> granted) {
    var threads = new TreeSet<Long>();
    queues.values().forEach(queue -> queue.forEach(lock -> threads.add(lock.threadId())));
    granted.values().forEach(locks -> locks.forEach(lock -> threads.add(lock.threadId())));
    Map<Long, Who> names = new HashMap<>();
    session
        .query(
            locking.connectionsOf(threads),
            row -> new Named(row.number("thread_id", 0), row.number("id", 0)))
        .stream()
        .filter(named -> named.id() > 0)
        .forEach(named -> names.put(named.threadId(), Who.session(named.id())));
    return names;
  }
}
