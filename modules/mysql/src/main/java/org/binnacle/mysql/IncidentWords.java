package org.binnacle.mysql;

import java.util.Optional;

/// What an incident capture asks of a server, in the words of its family. Every text is bounded;
/// empty where the family has nothing to ask.
public interface IncidentWords {

  /// All of the global status: columns name, value. Bounded by the statement limit, which SHOW is
  /// not.
  String status();

  /// All global variables: columns name, value.
  String variables();

  /// Open transactions, the oldest first.
  default String transactions(int limit) {
    return """
        SELECT /* binnacle:incident-trx */ trx_id, trx_state, trx_started, trx_wait_started,
         TIMESTAMPDIFF(SECOND, trx_started, SYSDATE()) AS age_s, trx_mysql_thread_id AS id,
         LEFT(trx_query, 512) AS query, trx_operation_state, trx_tables_locked, trx_lock_structs,
         trx_rows_locked, trx_rows_modified, trx_isolation_level
         FROM information_schema.INNODB_TRX ORDER BY trx_started LIMIT %d"""
        .formatted(limit);
  }

  default String innodbStatus() {
    return "SHOW /* binnacle:incident-innodb */ ENGINE INNODB STATUS";
  }

  /// Position and GTID set of the binary log.
  String binaryLog(ServerFacts facts);

  /// Members of a replication group.
  default Optional<String> groupMembers(ServerFacts facts) {
    return Optional.empty();
  }

  /// The newest lines of the error log: columns at, prio, subsystem, code, text.
  default Optional<String> errorLog(ServerFacts facts) {
    return Optional.empty();
  }

  /// What holds memory: columns event, bytes, high_bytes.
  default Optional<String> memory(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            """
            SELECT /* binnacle:incident-memory */ EVENT_NAME AS event,
             CURRENT_NUMBER_OF_BYTES_USED AS bytes, HIGH_NUMBER_OF_BYTES_USED AS high_bytes
             FROM performance_schema.memory_summary_global_by_event_name
             WHERE CURRENT_NUMBER_OF_BYTES_USED > 0
             ORDER BY CURRENT_NUMBER_OF_BYTES_USED DESC LIMIT 20""")
        : Optional.empty();
  }

  /// Where files are read and written: columns event, n, time_us, read_bytes, written_bytes.
  default Optional<String> fileIo(ServerFacts facts) {
    return facts.can(Capability.PERFORMANCE_SCHEMA)
        ? Optional.of(
            """
            SELECT /* binnacle:incident-files */ EVENT_NAME AS event, COUNT_STAR AS n,
             SUM_TIMER_WAIT DIV 1000000 AS time_us, SUM_NUMBER_OF_BYTES_READ AS read_bytes,
             SUM_NUMBER_OF_BYTES_WRITE AS written_bytes
             FROM performance_schema.file_summary_by_event_name
             WHERE COUNT_STAR > 0 ORDER BY SUM_TIMER_WAIT DESC LIMIT 20""")
        : Optional.empty();
  }

  /// The plan of what a connection runs, as JSON in one column.
  default String explainConnection(long connectionId) {
    return "EXPLAIN /* binnacle:incident-plan */ FORMAT=JSON FOR CONNECTION " + connectionId;
  }

  /// Whether the plan of a connection that waits for a lock can be asked for: on MariaDB the answer
  /// comes only after the wait (measured: 17 to 30 s).
  default boolean explainsWaiting() {
    return true;
  }

  /// Size of a table; `?` are schema and name.
  default String table() {
    return """
        SELECT /* binnacle:incident-table */ ENGINE AS engine, TABLE_ROWS AS row_estimate,
         AVG_ROW_LENGTH AS row_bytes, DATA_LENGTH AS data_bytes, INDEX_LENGTH AS index_bytes,
         DATA_FREE AS free_bytes
         FROM information_schema.TABLES WHERE TABLE_SCHEMA=? AND TABLE_NAME=?""";
  }

  /// The columns of a table's indexes; `?` are schema and name.
  default String indexes() {
    return """
        SELECT /* binnacle:incident-indexes */ INDEX_NAME AS name, SEQ_IN_INDEX AS seq,
         COLUMN_NAME AS col, NON_UNIQUE AS non_unique, CARDINALITY AS cardinality
         FROM information_schema.STATISTICS WHERE TABLE_SCHEMA=? AND TABLE_NAME=?
         ORDER BY INDEX_NAME, SEQ_IN_INDEX LIMIT 200""";
  }
}
