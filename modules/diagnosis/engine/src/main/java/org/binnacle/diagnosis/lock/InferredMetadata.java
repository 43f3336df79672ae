package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.mysql.Session;

/// Waits for metadata locks where the server tells no more than "Waiting for table metadata lock":
/// MySQL 5.7 and MariaDB as they come. Readers and writers wait for the oldest DDL that waits on
/// the same table; DDL waits for the transactions that were open when it came, of which those that
/// name the table are suspected, else the oldest one, first of those in the table's schema. All of
/// it is marked as inferred.
final class InferredMetadata {
  private static final Pattern DDL =
      Pattern.compile(
          "^\\s*(?:/\\*.*?\\*/\\s*)*(ALTER|DROP|TRUNCATE|RENAME|CREATE|OPTIMIZE|REPAIR|ANALYZE|LOCK|FLUSH)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(?:TABLES?|FROM|JOIN|UPDATE|INTO|ON|IGNORE|EXISTS)\\s+((?:`[^`]+`|[\\w$]+)(?:\\s*\\.\\s*(?:`[^`]+`|[\\w$]+))?)",
          Pattern.CASE_INSENSITIVE);
  private static final String NOTE =
      "Metadata locks are inferred here from the states of the process list, since the instrument"
          + " wait/lock/metadata/sql/mdl is off: waiters are certain, their blockers are not.";

  private final Session session;
  private final ProcessReader sessions;
  private final Findings findings;

  InferredMetadata(Session session, ProcessReader sessions, Findings findings) {
    this.session = session;
    this.sessions = sessions;
    this.findings = findings;
  }

  void read() {
    findings.sources.add("PROCESSLIST states");
    List<ProcessRow> rows = sessions.rows(session, Want.active());
    rows.forEach(row -> findings.rows.put(row.id(), row));
    List<LockWait> waits = waits(rows);
    if (!waits.isEmpty()) {
      findings.notes.add(NOTE);
      findings.waits.addAll(waits);
    }
  }

  /// What the rows of a process list let one guess. Pure.
  static List<LockWait> waits(List<ProcessRow> rows) {
    var waiters =
        rows.stream()
            .filter(InferredMetadata::waits)
            .sorted(Comparator.comparingLong(ProcessRow::timeUs).reversed())
            .toList();
    var waits = new ArrayList<LockWait>();
    for (ProcessRow waiter : waiters) {
      if (!onTable(waiter)) {
        waits.add(wait(waiter, Optional.empty(), Optional.empty()));
        continue;
      }
      List<ProcessRow> blockers =
          ddl(waiter) ? suspects(waiter, rows) : before(waiter, waiters, rows);
      blockers.forEach(
          blocker ->
              waits.add(wait(waiter, Optional.of(Who.session(blocker.id())), table(waiter))));
      if (blockers.isEmpty()) {
        waits.add(wait(waiter, Optional.empty(), table(waiter)));
      }
    }
    return waits;
  }

  /// What a session waits for, as its state and its statement tell; empty where it waits for no
  /// metadata lock. Pure.
  static Optional<Contended> wanted(ProcessRow row) {
    return waits(row)
        ? Optional.of(
            wait(row, Optional.empty(), onTable(row) ? table(row) : Optional.empty()).lock())
        : Optional.empty();
  }

  private static boolean waits(ProcessRow row) {
    String low = row.state().toLowerCase(Locale.ROOT);
    return low.equals("user lock")
        || (low.startsWith("waiting for ")
            && (low.endsWith("metadata lock")
                || low.equals("waiting for table flush")
                || low.equals("waiting for global read lock")
                || low.equals("waiting for commit lock")
                || low.equals("waiting for backup lock")));
  }

  private static boolean onTable(ProcessRow row) {
    return row.state().equalsIgnoreCase("Waiting for table metadata lock");
  }

  private static boolean ddl(ProcessRow row) {
    return DDL.matcher(row.sql()).find();
  }

  /// A reader or writer: behind the oldest DDL that waits on its table, or that works on it.
  private static List<ProcessRow> before(
      ProcessRow waiter, List<ProcessRow> waiters, List<ProcessRow> rows) {
    Optional<ProcessRow> pending =
        waiters.stream()
            .filter(other -> other.id() != waiter.id() && onTable(other) && ddl(other))
            .filter(other -> sameTable(waiter, other))
            .findFirst();
    if (pending.isPresent()) {
      return List.of(pending.get());
    }
    List<ProcessRow> working =
        rows.stream()
            .filter(other -> other.id() != waiter.id() && other.kind() == Kind.ACTIVE)
            .filter(other -> !waits(other) && ddl(other) && sameTable(waiter, other))
            .toList();
    return working.isEmpty() ? suspects(waiter, rows) : working;
  }

  /// Transactions that were open when the waiter came and do not wait for a metadata lock, and
  /// statements that run for longer.
  private static List<ProcessRow> suspects(ProcessRow waiter, List<ProcessRow> rows) {
    List<ProcessRow> open =
        rows.stream()
            .filter(row -> row.id() != waiter.id() && !waits(row))
            .filter(row -> row.kind() == Kind.ACTIVE || row.kind() == Kind.IDLE_IN_TRX)
            .filter(row -> ageUs(row) + 1_000_000 >= waiter.timeUs())
            .sorted(
                Comparator.comparing((ProcessRow row) -> elsewhere(row, waiter))
                    .thenComparing(Comparator.comparingLong(InferredMetadata::ageUs).reversed()))
            .toList();
    var suspects = new ArrayList<>(open.stream().filter(row -> names(row, waiter)).toList());
    // What an idle transaction has touched is not told, so the oldest can't be ruled out.
    open.stream()
        .filter(row -> row.trx().isPresent())
        .filter(row -> suspects.isEmpty() || row.kind() == Kind.IDLE_IN_TRX)
        .findFirst()
        .filter(row -> !suspects.contains(row))
        .ifPresent(suspects::add);
    return suspects;
  }

  private static long ageUs(ProcessRow row) {
    long trx = row.trx().map(Transaction::ageUs).orElse(0L);
    return row.kind() == Kind.ACTIVE ? Math.max(trx, row.timeUs()) : trx;
  }

  private static boolean names(ProcessRow row, ProcessRow waiter) {
    return table(waiter)
        .filter(
            name ->
                word(name.table()).matcher(row.sql()).find()
                    && (!elsewhere(row, waiter) || word(name.schema()).matcher(row.sql()).find()))
        .isPresent();
  }

  private static Pattern word(String name) {
    return Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
  }

  /// Whether its database is another than that of the table that is waited for: it may still have
  /// touched the table, but is the last to be suspected.
  private static boolean elsewhere(ProcessRow row, ProcessRow waiter) {
    return table(waiter)
        .filter(name -> !name.schema().isEmpty() && !row.db().isEmpty())
        .filter(name -> !name.schema().equalsIgnoreCase(row.db()))
        .isPresent();
  }

  private static boolean sameTable(ProcessRow one, ProcessRow other) {
    Optional<Contended> left = table(one);
    Optional<Contended> right = table(other);
    return left.isEmpty()
        || right.isEmpty()
        || (left.get().table().equalsIgnoreCase(right.get().table())
            && left.get().schema().equalsIgnoreCase(right.get().schema()));
  }

  /// The first table that the statement names.
  private static Optional<Contended> table(ProcessRow row) {
    Matcher name = TABLE.matcher(row.sql());
    if (!name.find()) {
      return Optional.empty();
    }
    String[] parts = name.group(1).replace("`", "").split("\\s*\\.\\s*", 2);
    String schema = parts.length == 2 ? parts[0] : row.db();
    String mode = ddl(row) ? "EXCLUSIVE" : "";
    return Optional.of(
        new Contended(
            LockKind.METADATA, "TABLE", schema, parts[parts.length - 1], "", "", mode, ""));
  }

  private static LockWait wait(ProcessRow waiter, Optional<Who> blocker, Optional<Contended> lock) {
    Contended text =
        lock.orElseGet(
            () ->
                new Contended(
                    LockKind.METADATA,
                    waiter.state().replaceFirst("(?i)^waiting for ", ""),
                    "",
                    "",
                    "",
                    "",
                    "",
                    ""));
    return new LockWait(Who.session(waiter.id()), blocker, text, waiter.timeUs(), true);
  }
}
