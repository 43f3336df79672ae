package org.binnacle.mysql.flavour;

import java.util.Collection;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.ServerFacts;

/// The statements about threads. Three dialects with the same columns: performance_schema.threads
/// (MySQL), information_schema.PROCESSLIST (MySQL without performance_schema: takes the server's
/// thread list mutex), and MariaDB's PROCESSLIST, which knows more.
///
/// A list is cut to its rows first and only then joined with statements, so that the join costs as
/// many look-ups as there are rows in it and not as there are sessions on the server. A look-up of
/// performance_schema goes over all threads all the same (it has indexes that spare the rows, not
/// the search), which is why what never changes is not joined at all.
final class ProcessLists {
  private static final String WAITING_STATES =
      """
      ('Waiting for source to send event','Waiting for master to send event',
       'Replica has read all relay log; waiting for more updates',
       'Slave has read all relay log; waiting for more updates',
       'Slave has read all relay log; waiting for the slave I/O thread to update it',
       'Waiting for an event from Coordinator','Waiting for work from SQL thread',
       'Waiting for replica workers to process their queues',
       'Waiting for slave workers to process their queues',
       'Waiting for the next event in relay log','Suspending')""";

  /// The threads of a replica are "system user" in SHOW PROCESSLIST, but performance_schema.threads
  /// gives the account that ran START REPLICA (seen on 8.0.33): only the thread's name tells.
  private static final String THREAD_USER =
      "IF(SUBSTRING_INDEX(SUBSTRING_INDEX(t.NAME,'/',-1),'_',1) IN ('replica','slave'),"
          + "'system user',t.PROCESSLIST_USER)";

  private ProcessLists() {}

  static String mySql(
      ServerFacts facts, boolean idle, boolean background, int limit, int infoLength) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? threads(facts, threadsOf(facts, idle, background), limit, infoLength)
        : plain(facts, rowsOf(facts, idle, background), limit, infoLength);
  }

  static String mySql(ServerFacts facts, Collection<Long> ids, int infoLength) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? threads(facts, only("t.PROCESSLIST_ID", ids), Math.max(1, ids.size()), infoLength)
        : plain(facts, only("p.ID", ids), Math.max(1, ids.size()), infoLength);
  }

  static String mariaDb(
      ServerFacts facts, boolean idle, boolean background, int limit, int infoLength) {
    return mariaDb(facts, rowsOf(facts, idle, background), limit, infoLength);
  }

  static String mariaDb(ServerFacts facts, Collection<Long> ids, int infoLength) {
    return mariaDb(facts, only("p.ID", ids), Math.max(1, ids.size()), infoLength);
  }

  private static String only(String id, Collection<Long> ids) {
    return "\n  AND %s IN (%s)".formatted(id, Locking.numbers(ids));
  }

  private static String threadsOf(ServerFacts facts, boolean idle, boolean background) {
    return (idle ? "" : sleepers("t.PROCESSLIST_COMMAND", facts.can(Capability.PROCESS)))
        + (background ? "" : noise("t.PROCESSLIST_COMMAND", THREAD_USER, "t.PROCESSLIST_STATE"));
  }

  private static String rowsOf(ServerFacts facts, boolean idle, boolean background) {
    return (idle ? "" : sleepers("p.COMMAND", facts.can(Capability.PROCESS)))
        + (background ? "" : noise("p.COMMAND", "p.USER", "p.STATE"));
  }

  private static String threads(ServerFacts facts, String which, int limit, int infoLength) {
    boolean transactions = facts.can(Capability.PROCESS);
    return """
        SELECT /* binnacle:processlist */ l.*, s.EVENT_ID AS event_id, s.DIGEST AS digest,
         s.TIMER_WAIT AS timer_wait_ps, s.LOCK_TIME AS lock_time_ps,
         s.ROWS_EXAMINED AS rows_examined, s.ROWS_SENT AS rows_sent,
         s.ROWS_AFFECTED AS rows_affected, s.CREATED_TMP_DISK_TABLES AS tmp_disk_tables,
         s.NO_INDEX_USED AS no_index, s.END_EVENT_ID IS NOT NULL AS statement_ended
         FROM (
         SELECT t.PROCESSLIST_ID AS id, t.THREAD_ID AS thread_id, %s AS user,
          t.PROCESSLIST_HOST AS host, t.PROCESSLIST_DB AS db, t.PROCESSLIST_COMMAND AS command,
          t.PROCESSLIST_TIME AS time_s, t.PROCESSLIST_STATE AS state,
          LEFT(t.PROCESSLIST_INFO,%d) AS info, CHAR_LENGTH(t.PROCESSLIST_INFO) AS info_length,
          t.CONNECTION_TYPE AS connection_type,
          %s
         FROM performance_schema.threads t
         %s
         WHERE t.PROCESSLIST_ID IS NOT NULL AND t.PROCESSLIST_ID<>CONNECTION_ID()
          AND t.PROCESSLIST_COMMAND IS NOT NULL%s
         ORDER BY t.PROCESSLIST_COMMAND='Sleep'%s, t.PROCESSLIST_TIME DESC, t.PROCESSLIST_ID
         LIMIT %d) l
        LEFT JOIN performance_schema.events_statements_current s
         ON s.THREAD_ID=l.thread_id AND s.NESTING_EVENT_ID IS NULL"""
        .formatted(
            THREAD_USER,
            infoLength,
            transactions ? TRANSACTION : NO_TRANSACTION,
            transactions
                ? "LEFT JOIN information_schema.innodb_trx x ON x.trx_mysql_thread_id=t.PROCESSLIST_ID"
                : "",
            which,
            transactions ? " AND x.trx_id IS NULL" : "",
            limit);
  }

  private static String plain(ServerFacts facts, String which, int limit, int infoLength) {
    boolean transactions = facts.can(Capability.PROCESS);
    return """
        SELECT /* binnacle:processlist */ p.ID AS id, p.ID AS thread_id, p.USER AS user,
         p.HOST AS host, p.DB AS db, p.COMMAND AS command, p.TIME AS time_s, p.STATE AS state,
         LEFT(p.INFO,%d) AS info, CHAR_LENGTH(p.INFO) AS info_length,
         NULL AS connection_type, NULL AS event_id, NULL AS digest,
         NULL AS timer_wait_ps, NULL AS lock_time_ps, NULL AS rows_examined, NULL AS rows_sent,
         NULL AS rows_affected, NULL AS tmp_disk_tables, NULL AS no_index,
         NULL AS statement_ended,
         %s
         FROM information_schema.PROCESSLIST p
         %s
         WHERE p.ID<>CONNECTION_ID()%s
         ORDER BY p.COMMAND='Sleep'%s, p.TIME DESC, p.ID LIMIT %d"""
        .formatted(
            infoLength,
            transactions ? TRANSACTION : NO_TRANSACTION,
            transactions
                ? "LEFT JOIN information_schema.innodb_trx x ON x.trx_mysql_thread_id=p.ID"
                : "",
            which,
            transactions ? " AND x.trx_id IS NULL" : "",
            limit);
  }

  private static String mariaDb(ServerFacts facts, String which, int limit, int infoLength) {
    boolean transactions = facts.can(Capability.PROCESS);
    return """
        SELECT /* binnacle:processlist */ p.ID AS id, p.ID AS thread_id, p.USER AS user,
         p.HOST AS host, p.DB AS db, p.COMMAND AS command,
         FLOOR(p.TIME_MS/1000) AS time_s, p.STATE AS state,
         LEFT(p.INFO,%d) AS info, CHAR_LENGTH(p.INFO) AS info_length,
         NULL AS connection_type, p.QUERY_ID AS event_id, NULL AS digest,
         CASE WHEN p.COMMAND IN ('Sleep','Daemon') THEN NULL ELSE FLOOR(p.TIME_MS*1000)*1000000 END
          AS timer_wait_ps,
         NULL AS lock_time_ps, p.EXAMINED_ROWS AS rows_examined, %s AS rows_sent,
         NULL AS rows_affected, NULL AS tmp_disk_tables, NULL AS no_index,
         p.COMMAND='Sleep' AS statement_ended,
         %s
         FROM information_schema.PROCESSLIST p
         %s
         WHERE p.ID<>CONNECTION_ID()%s
         ORDER BY p.COMMAND='Sleep'%s, p.TIME_MS DESC, p.ID LIMIT %d"""
        .formatted(
            infoLength,
            facts.number().atLeast(11, 3, 0) ? "p.SENT_ROWS" : "NULL",
            transactions ? TRANSACTION : NO_TRANSACTION,
            transactions
                ? "LEFT JOIN information_schema.innodb_trx x ON x.trx_mysql_thread_id=p.ID"
                : "",
            which,
            transactions ? " AND x.trx_id IS NULL" : "",
            limit);
  }

  /// InnoDB tells times in the server's system zone whatever the session's zone is.
  private static final String TRANSACTION =
      """
      CONVERT_TZ(x.trx_started,'SYSTEM','+00:00') AS trx_started,
       TIMESTAMPDIFF(SECOND,x.trx_started,CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM')) AS trx_age_s,
       x.trx_rows_modified AS trx_rows_modified, x.trx_rows_locked AS trx_rows_locked,
       x.trx_state AS trx_state""";

  private static final String NO_TRANSACTION =
      """
      NULL AS trx_started, NULL AS trx_age_s, NULL AS trx_rows_modified, NULL AS trx_rows_locked,
       NULL AS trx_state""";

  private static String sleepers(String command, boolean transactions) {
    return transactions
        ? "\n  AND (%s<>'Sleep' OR x.trx_id IS NOT NULL)".formatted(command)
        : "\n  AND %s<>'Sleep'".formatted(command);
  }

  private static String noise(String command, String user, String state) {
    return """

         AND %1$s NOT IN ('Daemon','Binlog Dump','Binlog Dump GTID')
         AND NOT (%2$s='system user' AND COALESCE(%3$s,'') IN %4$s)
         AND COALESCE(%3$s,'') NOT LIKE 'Group replication%%'
         AND COALESCE(%2$s,'') NOT IN ('event_scheduler','mysql.session')"""
        .formatted(command, user, state, WAITING_STATES);
  }

  /// performance_schema has the exact text but cuts it at 1,024; information_schema has all of it,
  /// with `?` for characters outside the basic plane (its column is utf8mb3).
  static String fullStatement(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? """
        SELECT /* binnacle:statement */ IF(LENGTH(t.PROCESSLIST_INFO)<1000, t.PROCESSLIST_INFO,
          (SELECT p.INFO FROM information_schema.PROCESSLIST p WHERE p.ID=t.PROCESSLIST_ID)) AS info
         FROM performance_schema.threads t WHERE t.PROCESSLIST_ID=?"""
        : "SELECT /* binnacle:statement */ INFO AS info FROM information_schema.PROCESSLIST WHERE ID=?";
  }

  /// MariaDB keeps 65,535 bytes, and the client's own bytes beside the converted text.
  static String mariaDbFullStatement() {
    return """
        SELECT /* binnacle:statement */
         IF(INFO LIKE '%????%', CONVERT(INFO_BINARY USING utf8mb4), INFO) AS info
         FROM information_schema.PROCESSLIST WHERE ID=?""";
  }

  static String mySqlIdentity(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? """
        SELECT /* binnacle:identity */ t.PROCESSLIST_ID AS id, t.THREAD_ID AS thread_id,
         s.EVENT_ID AS event_id, %s AS user, t.PROCESSLIST_HOST AS host,
         t.PROCESSLIST_DB AS db, t.PROCESSLIST_COMMAND AS command, t.PROCESSLIST_TIME AS time_s,
         t.PROCESSLIST_STATE AS state, LEFT(t.PROCESSLIST_INFO,1024) AS info
         FROM performance_schema.threads t
         LEFT JOIN performance_schema.events_statements_current s
          ON s.THREAD_ID=t.THREAD_ID AND s.NESTING_EVENT_ID IS NULL
         WHERE t.PROCESSLIST_ID=?"""
            .formatted(THREAD_USER)
        : """
        SELECT /* binnacle:identity */ ID AS id, ID AS thread_id, NULL AS event_id, USER AS user,
         HOST AS host, DB AS db, COMMAND AS command, TIME AS time_s, STATE AS state,
         LEFT(INFO,1024) AS info
         FROM information_schema.PROCESSLIST WHERE ID=?""";
  }

  static String mariaDbIdentity() {
    return """
        SELECT /* binnacle:identity */ ID AS id, ID AS thread_id, QUERY_ID AS event_id,
         USER AS user, HOST AS host, DB AS db, COMMAND AS command, TIME AS time_s, STATE AS state,
         LEFT(INFO,1024) AS info
         FROM information_schema.PROCESSLIST WHERE ID=?""";
  }

  /// So many look-ups cost more than to read all attributes once.
  private static final int LOOK_UPS = 400;

  static String programs(ServerFacts facts, Collection<Long> ids) {
    if (!facts.can(Capability.PERFORMANCE_SCHEMA)) {
      return "";
    }
    String which =
        ids.size() > LOOK_UPS ? "" : " AND PROCESSLIST_ID IN (" + Locking.numbers(ids) + ")";
    return """
        SELECT /* binnacle:programs */ PROCESSLIST_ID AS id, ATTR_VALUE AS program
         FROM performance_schema.session_connect_attrs
         WHERE ATTR_NAME='program_name'%s"""
        .formatted(which);
  }

  /// Events of a thread that hold nothing are left out: there are hundreds.
  static final String MEMORY =
      """
      SELECT /* binnacle:memory */ EVENT_NAME AS name, CURRENT_NUMBER_OF_BYTES_USED AS bytes
       FROM performance_schema.memory_summary_by_thread_by_event_name
       WHERE THREAD_ID=? AND CURRENT_NUMBER_OF_BYTES_USED<>0
       ORDER BY CURRENT_NUMBER_OF_BYTES_USED DESC LIMIT 500""";

  static final String MARIADB_MEMORY =
      """
      SELECT /* binnacle:memory */ '' AS name, MEMORY_USED AS bytes
       FROM information_schema.PROCESSLIST WHERE ID=?""";

  static String attributes(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? """
        SELECT /* binnacle:attributes */ ATTR_NAME AS name, ATTR_VALUE AS value
         FROM performance_schema.session_connect_attrs WHERE PROCESSLIST_ID=?
         ORDER BY ORDINAL_POSITION LIMIT 100"""
        : "SELECT /* binnacle:attributes */ NULL AS name, NULL AS value FROM (SELECT 1) x WHERE 1=0 AND 1=?";
  }
}
