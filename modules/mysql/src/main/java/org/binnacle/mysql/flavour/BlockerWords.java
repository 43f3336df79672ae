package org.binnacle.mysql.flavour;

import java.util.Optional;

/// Who sleeps in a transaction while others wait for its row locks: the oldest, with how many wait.
/// Asked only where rows are waited for. Two thousand waits are read at most; who waits behind
/// others stands there once for each of them.
final class BlockerWords {
  private BlockerWords() {}

  /// @param schema whether performance_schema can be read
  /// @param modern whether the waits stand there
  static Optional<String> of(boolean schema, boolean modern) {
    if (modern) {
      return schema ? Optional.of(modern()) : Optional.empty();
    }
    return Optional.of(old());
  }

  private static String modern() {
    return """
        SELECT /* binnacle:blockers */ t.PROCESSLIST_ID AS id, t.PROCESSLIST_USER AS user,
          TIMESTAMPDIFF(SECOND,x.trx_started,%s) AS age_s, b.many AS many
          FROM (SELECT w.blocker, COUNT(DISTINCT w.waiter) AS many FROM
            (SELECT BLOCKING_THREAD_ID AS blocker, REQUESTING_THREAD_ID AS waiter
              FROM performance_schema.data_lock_waits LIMIT 2000) w GROUP BY w.blocker) b
          JOIN performance_schema.threads t
            ON t.THREAD_ID=b.blocker AND t.PROCESSLIST_COMMAND='Sleep'
          JOIN information_schema.INNODB_TRX x ON x.trx_mysql_thread_id=t.PROCESSLIST_ID
          ORDER BY age_s DESC LIMIT 1"""
        .formatted(PulseWords.SYSTEM_NOW);
  }

  private static String old() {
    return """
        SELECT /* binnacle:blockers */ p.ID AS id, p.USER AS user,
          TIMESTAMPDIFF(SECOND,x.trx_started,%s) AS age_s, b.many AS many
          FROM (SELECT w.blocker, COUNT(DISTINCT w.waiter) AS many FROM
            (SELECT blocking_trx_id AS blocker, requesting_trx_id AS waiter
              FROM information_schema.INNODB_LOCK_WAITS LIMIT 2000) w GROUP BY w.blocker) b
          JOIN information_schema.INNODB_TRX x ON x.trx_id=b.blocker
          JOIN information_schema.PROCESSLIST p
            ON p.ID=x.trx_mysql_thread_id AND p.COMMAND='Sleep'
          ORDER BY age_s DESC LIMIT 1"""
        .formatted(PulseWords.SYSTEM_NOW);
  }
}
