package org.binnacle.mysql;

import java.util.Collection;
import java.util.Optional;

/// What a family says about locks and the transactions that hold them. Every text is bounded and
/// never reads a table of all locks; ids are digits only and checked to be so.
///
/// A row lock wait is found in three steps, since a queue of n waiters for one row has n² pairs:
/// the waiting transactions, each with the lock that it asks for ({@link #waiters}); for a few of
/// those that ask for the same record the transactions in their way ({@link #rowWaits}) and the
/// lock in words ({@link #rowLocks}).
public interface Locking {

  /// Transactions that wait for a row lock, longest first: columns trx_id, id (of the connection; 0
  /// where there is none any more), lock_id, wait_age_s, rows_locked. Needs PROCESS.
  String waiters(int limit);

  /// What stands in the way of some waiters: columns waiter_trx, blocker_trx, blocking_lock,
  /// waiting_lock.
  ///
  /// @param trxIds of waiting transactions
  /// @param lockIds the locks that they ask for, as {@link #waiters} told
  String rowWaits(Collection<String> trxIds, Collection<String> lockIds, int limit);

  /// The locks that some waiters ask for: columns trx_id, lock_id, object_schema, object_name,
  /// partition_name, index_name, lock_type, lock_mode, lock_data.
  ///
  /// @param trxIds of waiting transactions that hold few locks: all of their locks are read
  /// @param lockIds the locks that they ask for
  String rowLocks(Collection<String> trxIds, Collection<String> lockIds, int limit);

  /// The open transaction of one connection: columns trx_id, rows_locked, lock_id (the row lock
  /// that it asks for; NULL where it does not wait). `?` is the connection id. Needs PROCESS.
  default String transactionOf() {
    return """
        SELECT /* binnacle:trx-of-connection */ trx_id, trx_rows_locked AS rows_locked,
         trx_requested_lock_id AS lock_id
         FROM information_schema.innodb_trx WHERE trx_mysql_thread_id=? LIMIT 1""";
  }

  /// The row locks of one transaction, and table locks but intentions, alike ones counted: the
  /// columns of {@link #rowLocks} from object_schema on (lock_data is one of them), many,
  /// lock_status (GRANTED, WAITING); awaited ones first.
  ///
  /// @param trxId one that holds few locks: all of them are read
  /// @param lockId the lock that it asks for, as {@link #transactionOf} told; empty for none
  String rowLocksOf(String trxId, String lockId, int limit);

  /// Whether {@link #rowLocksOf} tells all locks; where not, those only that somebody waits for.
  boolean allRowLocks();

  /// Transactions by their ids: columns trx_id, id (of the connection; 0 where there is none any
  /// more), trx_state, trx_age_s, trx_rows_locked, trx_rows_modified. Needs PROCESS.
  String transactions(Collection<String> trxIds);

  /// Open transactions, oldest first: columns trx_id, id, trx_state, trx_age_s, wait_age_s (NULL
  /// where it does not wait), trx_rows_locked, trx_rows_modified (undo records), trx_lock_structs,
  /// trx_tables_locked, trx_isolation_level, trx_operation_state. Needs PROCESS.
  String openTransactions(int limit);

  /// The length of the history list: one row, column length. Needs PROCESS.
  String historyLength();

  /// How metadata locks can be seen here.
  Metadata metadata(ServerFacts facts);

  /// Ways to see metadata locks.
  enum Metadata {
    /// performance_schema.metadata_locks tells granted and pending ones.
    FULL,
    /// Only the states of the process list; who holds them has to be guessed.
    STATES
  }

  /// Pending metadata locks: columns object_type, object_schema, object_name, lock_type, thread_id.
  default String pendingMetadata(int limit) {
    return """
        SELECT /* binnacle:mdl-pending */ OBJECT_TYPE AS object_type,
         OBJECT_SCHEMA AS object_schema, OBJECT_NAME AS object_name, LOCK_TYPE AS lock_type,
         OWNER_THREAD_ID AS thread_id
         FROM performance_schema.metadata_locks WHERE LOCK_STATUS='PENDING' LIMIT %d"""
        .formatted(limit);
  }

  /// The granted metadata locks on one object; the columns of {@link #pendingMetadata}. `?` are its
  /// type, schema and name; an object without schema or name has NULL there.
  default String grantedMetadata(int limit) {
    return """
        SELECT /* binnacle:mdl-granted */ OBJECT_TYPE AS object_type,
         OBJECT_SCHEMA AS object_schema, OBJECT_NAME AS object_name, LOCK_TYPE AS lock_type,
         OWNER_THREAD_ID AS thread_id
         FROM performance_schema.metadata_locks
         WHERE OBJECT_TYPE=? AND OBJECT_SCHEMA<=>? AND OBJECT_NAME<=>? AND LOCK_STATUS='GRANTED'
         LIMIT %d"""
        .formatted(limit);
  }

  /// The metadata locks of one thread, held and awaited: the columns of {@link #pendingMetadata},
  /// lock_duration, lock_status (GRANTED, PENDING). `?` is the performance_schema's thread id.
  default String metadataOf(int limit) {
    return """
        SELECT /* binnacle:mdl-of-thread */ OBJECT_TYPE AS object_type,
         OBJECT_SCHEMA AS object_schema, OBJECT_NAME AS object_name, LOCK_TYPE AS lock_type,
         OWNER_THREAD_ID AS thread_id, LOCK_DURATION AS lock_duration, LOCK_STATUS AS lock_status
         FROM performance_schema.metadata_locks WHERE OWNER_THREAD_ID=? LIMIT %d"""
        .formatted(limit);
  }

  /// As {@link #metadataOf} where a plugin tells them, which may not be loaded; held ones only. `?`
  /// is the connection id. Empty where the family has no such plugin.
  default Optional<String> pluginMetadataOf(int limit) {
    return Optional.empty();
  }

  /// Which connections these threads of the performance_schema are: columns thread_id, id.
  default String connectionsOf(Collection<Long> threadIds) {
    return """
        SELECT /* binnacle:threads */ THREAD_ID AS thread_id, PROCESSLIST_ID AS id
         FROM performance_schema.threads WHERE THREAD_ID IN (%s)"""
        .formatted(numbers(threadIds));
  }

  /// The last statements of some threads of the performance_schema, newest first: columns
  /// thread_id, event_id, sql_text, timer_wait_ps, rows_affected, ago_ps (since it ended).
  default String history(Collection<Long> threadIds, int limit) {
    return """
        SELECT /* binnacle:history */ h.THREAD_ID AS thread_id, h.EVENT_ID AS event_id,
         LEFT(h.SQL_TEXT,512) AS sql_text, h.TIMER_WAIT AS timer_wait_ps,
         h.ROWS_AFFECTED AS rows_affected, CAST(n.now_ps AS SIGNED)-CAST(h.TIMER_END AS SIGNED) AS ago_ps
         FROM performance_schema.events_statements_history h,
          (SELECT MAX(c.TIMER_START) AS now_ps FROM performance_schema.events_statements_current c
            WHERE c.THREAD_ID=(SELECT t.THREAD_ID FROM performance_schema.threads t
             WHERE t.PROCESSLIST_ID=CONNECTION_ID())) n
         WHERE h.THREAD_ID IN (%s) ORDER BY h.THREAD_ID, h.EVENT_ID DESC LIMIT %d"""
        .formatted(numbers(threadIds), limit);
  }

  /// A list for IN of ids that are digits; `NULL`, which matches nothing, where there are none.
  static String digits(Collection<String> ids) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      if (!id.isEmpty() && id.length() <= 20 && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
        text.append(text.isEmpty() ? "" : ",").append(id);
      }
    }
    return text.isEmpty() ? "NULL" : text.toString();
  }

  /// A list for IN of numbers.
  static String numbers(Collection<Long> ids) {
    StringBuilder text = new StringBuilder();
    ids.forEach(id -> text.append(text.isEmpty() ? "" : ",").append((long) id));
    return text.isEmpty() ? "NULL" : text.toString();
  }

  /// A list for IN of lock ids, quoted; those with other characters than digits and colons are left
  /// out.
  static String locks(Collection<String> ids) {
    StringBuilder text = new StringBuilder();
    for (String id : ids) {
      if (!id.isEmpty() && id.length() < 128 && id.chars().allMatch(Locking::ofLockId)) {
        text.append(text.isEmpty() ? "" : ",").append('\'').append(id).append('\'');
      }
    }
    return text.isEmpty() ? "NULL" : text.toString();
  }

  private static boolean ofLockId(int c) {
    return (c >= '0' && c <= '9') || c == ':';
  }
}
