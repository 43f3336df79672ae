package org.binnacle.diagnosis.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// One thread of a server at one moment. Texts that a server does not tell are empty.
///
/// @param id the connection id, as KILL takes it
/// @param threadId the performance_schema's; 0 where there is none
/// @param timeUs how long it has been in this command: in microseconds where the server measures
///   the statement, else in whole seconds
/// @param sql the beginning of the statement
/// @param sqlLength length of the whole statement in bytes
public record ProcessRow(
    InstanceRef instance,
    long id,
    long threadId,
    Kind kind,
    String user,
    Client client,
    String program,
    String db,
    String command,
    String state,
    long timeUs,
    String sql,
    long sqlLength,
    Work work,
    Optional<Transaction> trx,
    Blocking blocking) {

  /// One of which nobody has asked whom it waits for.
  public ProcessRow(
      InstanceRef instance,
      long id,
      long threadId,
      Kind kind,
      String user,
      Client client,
      String program,
      String db,
      String command,
      String state,
      long timeUs,
      String sql,
      long sqlLength,
      Work work,
      Optional<Transaction> trx) {
    this(
        instance,
        id,
        threadId,
        kind,
        user,
        client,
        program,
        db,
        command,
        state,
        timeUs,
        sql,
        sqlLength,
        work,
        trx,
        Blocking.UNKNOWN);
  }

  /// What stays the same while the thread lives: selection and scroll are kept by it.
  public record Key(String instanceId, long id, long threadId) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byId = Long.compare(id, other.id);
      if (byId != 0) {
        return byId;
      }
      int byInstance = instanceId.compareTo(other.instanceId);
      return byInstance != 0 ? byInstance : Long.compare(threadId, other.threadId);
    }
  }

  public ProcessRow with(Blocking other) {
    return new ProcessRow(
        instance, id, threadId, kind, user, client, program, db, command, state, timeUs, sql,
        sqlLength, work, trx, other);
  }

  /// The same one after so much time, doing the same.
  public ProcessRow later(Duration since) {
    long us = since.toNanos() / 1_000;
    return new ProcessRow(
        instance,
        id,
        threadId,
        kind,
        user,
        client,
        program,
        db,
        command,
        state,
        timeUs + us,
        sql,
        sqlLength,
        work,
        trx.map(
            one ->
                new Transaction(
                    one.ageUs() + us, one.rowsModified(), one.rowsLocked(), one.state())),
        blocking);
  }

  /// The same one, now that its program is known; what this program itself has opened is its own.
  ProcessRow with(String told) {
    String name = told.isEmpty() ? program : told;
    return new ProcessRow(
        instance,
        id,
        threadId,
        name.startsWith("binnacle") ? Kind.OWN : kind,
        user,
        client,
        name,
        db,
        command,
        state,
        timeUs,
        sql,
        sqlLength,
        work,
        trx,
        blocking);
  }

  public Key key() {
    return new Key(instance.id(), id, threadId);
  }

  /// Whether it waits for a lock that somebody else holds: a row lock, a metadata lock, a table
  /// lock, a global read lock or a user lock.
  public boolean blocked() {
    if ((trx.isPresent() && trx.get().waitsForLock()) || !blocking.by().isEmpty()) {
      return true;
    }
    if (kind != Kind.ACTIVE && kind != Kind.REPLICATION) {
      return false;
    }
    String low = state.toLowerCase(Locale.ROOT);
    return low.equals("user lock")
        || low.equals("locked")
        || (low.equals("system lock") && timeUs > 1_000_000)
        || (low.startsWith("waiting for ") && low.endsWith(" lock"));
  }

  /// Whether only a part of the statement is here.
  public boolean cut() {
    return sqlLength > sql.getBytes(StandardCharsets.UTF_8).length;
  }
}
