package org.binnacle.mysql.flavour;

import java.util.Collection;
import org.binnacle.mysql.Locking;

/// information_schema.INNODB_TRX, alike in all families. InnoDB tells times in the server's system
/// zone whatever the session's zone is.
final class InnoDbTrx {
  /// The metric is on by default in all families.
  static final String HISTORY_LENGTH =
      """
      SELECT /* binnacle:history-length */ `COUNT` AS length
       FROM information_schema.INNODB_METRICS WHERE NAME='trx_rseg_history_len'""";

  private InnoDbTrx() {}

  static String waiters(int limit) {
    return """
        SELECT /* binnacle:lock-waiters */ trx_id, trx_mysql_thread_id AS id,
         trx_requested_lock_id AS lock_id, trx_rows_locked AS rows_locked,
         TIMESTAMPDIFF(SECOND,trx_wait_started,CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM'))
          AS wait_age_s
         FROM information_schema.innodb_trx WHERE trx_state='LOCK WAIT'
         ORDER BY trx_wait_started, trx_id LIMIT %d"""
        .formatted(limit);
  }

  static String open(int limit) {
    return """
        SELECT /* binnacle:transactions */ trx_id, trx_mysql_thread_id AS id, trx_state,
         TIMESTAMPDIFF(SECOND,trx_started,CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM'))
          AS trx_age_s,
         TIMESTAMPDIFF(SECOND,trx_wait_started,CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM'))
          AS wait_age_s,
         trx_rows_locked, trx_rows_modified, trx_lock_structs, trx_tables_locked,
         trx_isolation_level, trx_operation_state
         FROM information_schema.innodb_trx ORDER BY trx_started, trx_id LIMIT %d"""
        .formatted(limit);
  }

  static String byId(Collection<String> trxIds) {
    return """
        SELECT /* binnacle:trx */ trx_id, trx_mysql_thread_id AS id, trx_state,
         TIMESTAMPDIFF(SECOND,trx_started,CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM'))
          AS trx_age_s,
         trx_rows_locked, trx_rows_modified
         FROM information_schema.innodb_trx WHERE trx_id IN (%s)"""
        .formatted(Locking.digits(trxIds));
  }
}
