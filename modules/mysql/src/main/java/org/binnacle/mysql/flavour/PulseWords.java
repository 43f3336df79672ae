package org.binnacle.mysql.flavour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.pulse.Figure;
import org.binnacle.mysql.pulse.PulseScope;
import org.binnacle.mysql.pulse.PulseSql;

/// The statements of the pulse. What it costs and how many bytes it brings stands in the module's
/// README.
final class PulseWords {
  /// Change by themselves, or with each transaction.
  private static final String RESTLESS =
      "('gtid_executed','gtid_purged','gtid_binlog_pos','gtid_binlog_state','gtid_current_pos',"
          + "'gtid_slave_pos','gtid_seq_no','last_gtid','timestamp','rand_seed1','rand_seed2',"
          + "'pseudo_thread_id','last_insert_id','identity','insert_id','error_count',"
          + "'warning_count','wsrep_last_seen_gtid','in_transaction')";

  /// What is told in words.
  private static final String NUMBER =
      """
      CASE VARIABLE_VALUE WHEN 'ON' THEN '1' WHEN 'OFF' THEN '0' WHEN 'Primary' THEN '1'
            WHEN 'non-Primary' THEN '2' WHEN 'Disconnected' THEN '3' ELSE VARIABLE_VALUE END""";

  private static final String READ_ONLY = "@@GLOBAL.read_only";

  /// MariaDB 12 has words for it.
  private static final String READ_ONLY_WORD = "@@GLOBAL.read_only+0";

  static final String SYSTEM_NOW = "CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM')";

  private static final String THREADS =
      "t.PROCESSLIST_COMMAND='Sleep' AS idle, t.PROCESSLIST_USER AS user FROM %s"
          + " JOIN performance_schema.threads t ON t.PROCESSLIST_ID=x.id AND "
          + ClientWords.notReplica("t.NAME");

  private static final String PROCESSES =
      "p.COMMAND='Sleep' AS idle, p.USER AS user FROM %s"
          + " JOIN information_schema.PROCESSLIST p ON p.ID=x.id AND p.USER<>'system user'";

  /// What the words depend on. They are made once: making them anew was a tenth of a look.
  ///
  /// @param modern whether waits for row locks stand in performance_schema (MySQL 8)
  private record Sees(boolean schema, boolean process, boolean modern) {
    static Sees of(ServerFacts facts) {
      return new Sees(
          facts.can(Capability.PERFORMANCE_SCHEMA),
          facts.can(Capability.PROCESS),
          !facts.mariaDb() && !facts.version().startsWith("5."));
    }

    /// In the order of their places.
    static Stream<Sees> all() {
      return IntStream.range(0, 8)
          .mapToObj(bits -> new Sees((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
    }

    int place() {
      return (schema ? 1 : 0) + (process ? 2 : 0) + (modern ? 4 : 0);
    }
  }

  private static final List<PulseSql> MY_SQL =
      Sees.all().map(sees -> mySql(sees, PulseScope.WHOLE)).toList();

  private static final List<PulseSql> MARIA_DB =
      Sees.all().map(sees -> mariaDb(sees, PulseScope.WHOLE)).toList();

  private PulseWords() {}

  static PulseSql mySql(ServerFacts facts, PulseScope scope) {
    Sees sees = Sees.of(facts);
    return scope.equals(PulseScope.WHOLE) ? MY_SQL.get(sees.place()) : mySql(sees, scope);
  }

  static PulseSql mariaDb(ServerFacts facts, PulseScope scope) {
    Sees sees = Sees.of(facts);
    return scope.equals(PulseScope.WHOLE) ? MARIA_DB.get(sees.place()) : mariaDb(sees, scope);
  }

  private static PulseSql mySql(Sees sees, PulseScope scope) {
    boolean schema = sees.schema();
    boolean process = sees.process();
    return new PulseSql(
        pulse(READ_ONLY, figures(schema)),
        process
            ? Optional.of(
                pulse(
                    READ_ONLY,
                    figures(schema)
                        + (schema
                            ? ClientWords.threads(scope)
                            : ClientWords.processes("p.TIME", scope))))
            : Optional.empty(),
        process
            ? Optional.of(schema ? transactions(THREADS) : transactions(PROCESSES))
            : Optional.empty(),
        process ? BlockerWords.of(schema, sees.modern()) : Optional.empty(),
        process ? Optional.of(metrics()) : Optional.empty(),
        variables("performance_schema.global_variables"));
  }

  private static PulseSql mariaDb(Sees sees, PulseScope scope) {
    boolean process = sees.process();
    String time = "FLOOR(p.TIME_MS/1000)";
    return new PulseSql(
        pulse(READ_ONLY_WORD, mariaDbFigures()),
        process
            ? Optional.of(
                pulse(READ_ONLY_WORD, mariaDbFigures() + ClientWords.processes(time, scope)))
            : Optional.empty(),
        process ? Optional.of(transactions(PROCESSES)) : Optional.empty(),
        process ? BlockerWords.of(false, false) : Optional.empty(),
        Optional.of(mariaDbMetrics()),
        variables("information_schema.GLOBAL_VARIABLES"));
  }

  private static String names() {
    return Arrays.stream(Figure.values())
        .filter(figure -> figure.compareTo(Figure.MAX_CONNECTIONS) < 0)
        .map(figure -> "'" + figure.name() + "'")
        .collect(Collectors.joining(","));
  }

  /// One row: the driver makes ten objects and two reads of each row that there is. Variables are
  /// columns of their own, since MySQL 5.7 reads one within an expression only when it prepares it.
  ///
  /// @param readOnly an expression that is a number
  private static String pulse(String readOnly, String lines) {
    return """
        SELECT /* binnacle:pulse */ @@group_concat_max_len AS room,
          @@GLOBAL.max_connections AS max_connections, %s AS read_only,
          CONCAT_WS('\n',%s) AS told"""
        .formatted(readOnly, lines);
  }

  /// Status values in two texts, each shorter than the least that GROUP_CONCAT has room for by
  /// itself.
  private static String status(String table, String names) {
    String line = "CONCAT(VARIABLE_NAME,'\t'," + NUMBER + ")";
    return """
        (SELECT CONCAT_WS('\n',
          GROUP_CONCAT(IF(VARIABLE_NAME LIKE 'innodb%%',%1$s,NULL) SEPARATOR '\n'),
          GROUP_CONCAT(IF(VARIABLE_NAME LIKE 'innodb%%',NULL,%1$s) SEPARATOR '\n'))
          FROM %2$s WHERE VARIABLE_NAME IN
          (%3$s))"""
        .formatted(line, table, names);
  }

  /// A member that is offline is one only where a group is configured: a server that has the plugin
  /// and no group has such a row too. The variable is looked for there alone.
  ///
  /// global_status can be read by everybody, even where performance_schema is off. Its names are
  /// compared without regard to case. It has no Com_ values, which count statements; those stand in
  /// the summary by event name.
  private static String figures(boolean schema) {
    String status = status("performance_schema.global_status", names().toLowerCase(Locale.ROOT));
    String replication =
        """
        ,
        (SELECT GROUP_CONCAT(REPLACE(EVENT_NAME,'statement/sql/','com_'),'\t',COUNT_STAR
            SEPARATOR '\n')
          FROM performance_schema.events_statements_summary_global_by_event_name
          WHERE EVENT_NAME IN ('statement/sql/commit','statement/sql/rollback')),
        CONCAT('channels\t',(SELECT COUNT(*)
          FROM performance_schema.replication_connection_configuration
          WHERE CHANNEL_NAME NOT LIKE 'group_replication%')),
        CONCAT('channels_off\t',
          (SELECT COUNT(*) FROM performance_schema.replication_connection_status
            WHERE SERVICE_STATE<>'ON' AND CHANNEL_NAME NOT LIKE 'group_replication%')
          +(SELECT COUNT(*) FROM performance_schema.replication_applier_status
            WHERE SERVICE_STATE<>'ON' AND CHANNEL_NAME NOT LIKE 'group_replication%')),
        (SELECT CONCAT('group_state\t',
          MAX(IF(MEMBER_STATE='' OR (MEMBER_STATE='OFFLINE' AND NOT EXISTS
            (SELECT 1 FROM performance_schema.global_variables
              WHERE VARIABLE_NAME='group_replication_group_name' AND VARIABLE_VALUE<>'')),0,
            COALESCE(NULLIF(FIELD(MEMBER_STATE,
            'ONLINE','RECOVERING','OFFLINE','ERROR','UNREACHABLE'),0),6))))
          FROM performance_schema.replication_group_members
          WHERE MEMBER_ID IN (@@GLOBAL.server_uuid,''))""";
    return schema ? status + replication : status;
  }

  private static String mariaDbFigures() {
    return status("information_schema.GLOBAL_STATUS", names());
  }

  /// The twenty oldest are looked up among the threads, and no more.
  private static String transactions(String owners) {
    String oldest =
        """
        (SELECT trx_mysql_thread_id AS id, TIMESTAMPDIFF(SECOND,trx_started,%s) AS age
            FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id<>0
            ORDER BY trx_started LIMIT 20) x"""
            .formatted(SYSTEM_NOW);
    return """
        SELECT /* binnacle:transactions */ MAX(l.age) AS oldest_s,
          SUBSTRING_INDEX(GROUP_CONCAT(l.id ORDER BY l.age DESC),',',1) AS oldest_id,
          MAX(IF(l.idle,l.age,NULL)) AS idle_s,
          SUBSTRING_INDEX(GROUP_CONCAT(IF(l.idle,l.id,NULL) ORDER BY l.age DESC),',',1) AS idle_id,
          SUBSTRING_INDEX(GROUP_CONCAT(IF(l.idle,l.user,NULL) ORDER BY l.age DESC),',',1)
            AS idle_user,
          (SELECT TIMESTAMPDIFF(SECOND,MIN(trx_wait_started),%s)
            FROM information_schema.INNODB_TRX WHERE trx_wait_started IS NOT NULL) AS wait_s
          FROM (SELECT x.id, x.age, %s) l"""
        .formatted(SYSTEM_NOW, owners.formatted(oldest));
  }

  private static String metrics() {
    return """
        SELECT /* binnacle:engine */
          IF(NAME='lock_deadlocks','deadlocks','history') AS name, `COUNT`+0 AS value
          FROM information_schema.INNODB_METRICS
          WHERE NAME IN ('trx_rseg_history_len','lock_deadlocks')""";
  }

  private static String mariaDbMetrics() {
    return """
        SELECT /* binnacle:engine */
          IF(VARIABLE_NAME='INNODB_DEADLOCKS','deadlocks','history') AS name,
          VARIABLE_VALUE+0 AS value
          FROM information_schema.GLOBAL_STATUS
          WHERE VARIABLE_NAME IN ('INNODB_DEADLOCKS','INNODB_HISTORY_LIST_LENGTH')""";
  }

  /// The server makes the hash, so that 20 kB stay where they are.
  private static String variables(String table) {
    return """
        SELECT /* binnacle:variables */
          BIT_XOR(CRC32(CONCAT(LOWER(VARIABLE_NAME),'=',VARIABLE_VALUE))) AS hash
          FROM %s WHERE VARIABLE_NAME NOT IN %s"""
        .formatted(table, RESTLESS);
  }
}
