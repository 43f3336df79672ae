package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.Session;

/// Reads the {@link SessionStory} of one session; each question is for its thread only. For a
/// user's look at one session, never for a poll.
public final class StoryReader {
  private static final int LOCKS = 100;

  /// A transaction's age is told in whole seconds, and was true when its row was read: on a busy
  /// machine some seconds before its statements are.
  private static final long SLACK_US = 5_000_000;

  /// Statements after which no transaction is open, and the one that lets later ones open it.
  private static final Pattern ENDS =
      Pattern.compile(
          "\\s*(COMMIT|ROLLBACK(?!\\s+TO)|CREATE|ALTER|DROP|TRUNCATE|RENAME|SET\\s+autocommit)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BEGINS =
      Pattern.compile("\\s*(BEGIN|START\\s+TRANSACTION)\\b", Pattern.CASE_INSENSITIVE);

  public SessionStory read(Session session, ProcessRow row) {
    Set<String> notes = new LinkedHashSet<>();
    Optional<Long> trxAgeUs = row.trx().map(Transaction::ageUs);
    List<PastStatement> past =
        row.threadId() == 0
            ? List.of()
            : new History(session, notes)
                .of(Map.of(row.threadId(), row.id()))
                .getOrDefault(row.id(), List.of());
    if (row.threadId() == 0 && !session.facts().performanceSchema()) {
      notes.add(History.OFF);
    }
    List<PastStatement> ofTrx = trxAgeUs.map(age -> since(past, age)).orElse(List.of());
    return new SessionStory(
        ofTrx.isEmpty() ? past : ofTrx,
        !ofTrx.isEmpty(),
        withAwaited(locks(session, row, notes), row, notes),
        RowLockReader.of(session, row, notes),
        List.copyOf(notes));
  }

  /// Where the server tells held locks only, or none: what it waits for stands in its state.
  private static List<HeldLock> withAwaited(
      List<HeldLock> told, ProcessRow row, Set<String> notes) {
    if (told.stream().anyMatch(HeldLock::pending)) {
      return told;
    }
    Optional<Contended> wanted = InferredMetadata.wanted(row);
    if (wanted.isEmpty()) {
      return told;
    }
    notes.add("The lock that it waits for is read from its state and its statement.");
    var locks = new ArrayList<HeldLock>();
    locks.add(new HeldLock(wanted.get(), "", true));
    locks.addAll(told);
    return locks;
  }

  private static List<PastStatement> since(List<PastStatement> past, long trxAgeUs) {
    var statements = new ArrayList<PastStatement>();
    for (PastStatement one : past) {
      if (!within(one, trxAgeUs)) {
        break;
      }
      statements.add(one);
      if (BEGINS.matcher(one.sql()).lookingAt()) {
        break;
      }
    }
    return statements;
  }

  /// What ends a transaction was surely before this one.
  private static boolean within(PastStatement one, long trxAgeUs) {
    return !ENDS.matcher(one.sql()).lookingAt()
        && one.agoUs() >= 0
        && one.agoUs() + one.tookUs() <= trxAgeUs + SLACK_US;
  }

  private static List<HeldLock> locks(Session session, ProcessRow row, Set<String> notes) {
    Locking locking = session.flavour().locking();
    Optional<String> plugin = locking.pluginMetadataOf(LOCKS);
    try {
      if (locking.metadata(session.facts()) == Locking.Metadata.FULL && row.threadId() > 0) {
        return ordered(
            session.query(locking.metadataOf(LOCKS), HeldLock::read, row.threadId()), notes);
      }
      if (plugin.isPresent()) {
        return ordered(session.query(plugin.get(), HeldLock::read, row.id()), notes);
      }
      notes.add(
          "Metadata locks are not known: the instrument wait/lock/metadata/sql/mdl is off here.");
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      notes.add(
          plugin.isPresent() && fault.detail().contains("METADATA_LOCK_INFO")
              ? "Metadata locks are not known: the plugin metadata_lock_info is not loaded here"
                  + " (INSTALL SONAME 'metadata_lock_info')."
              : "Metadata locks could not be read: " + fault.detail());
    }
    return List.of();
  }

  private static List<HeldLock> ordered(List<HeldLock> locks, Set<String> notes) {
    if (locks.size() == LOCKS) {
      notes.add("Only %d metadata locks are shown.".formatted(LOCKS));
    }
    return locks.stream().sorted(Comparator.comparing(HeldLock::pending).reversed()).toList();
  }
}
