package org.binnacle.mysql.flavour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.pulse.Figure;
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

  private static final String SYSTEM_NOW = "CONVERT_TZ(UTC_TIMESTAMP(),'+00:00','SYSTEM')";

  private static final String THREADS =
      "t.PROCESSLIST_COMMAND='Sleep' AS idle, t.PROCESSLIST_USER AS user FROM %s"
          + " JOIN performance_schema.threads t ON t.PROCESSLIST_ID=x.id AND "
          + notReplica("t.NAME");

  private static final String PROCESSES =
      "p.COMMAND='Sleep' AS idle, p.USER AS user FROM %s"
          + " JOIN information_schema.PROCESSLIST p ON p.ID=x.id AND p.USER<>'system user'";

  /// What the words depend on. They are made once: making them anew was a tenth of a look.
  private record Sees(boolean schema, boolean process) {
    static final List<Sees> ALL =
        List.of(
            new Sees(true, true),
            new Sees(true, false),
            new Sees(false, true),
            new Sees(false, false));
  }

  private static final Map<Sees, PulseSql> MY_SQL =
      Sees.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), PulseWords::mySql));

  private static final Map<Sees, PulseSql> MARIA_DB =
      Sees.ALL.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), PulseWords::mariaDb));

  private PulseWords() {}

  static PulseSql mySql(ServerFacts facts) {
    return said(MY_SQL, facts);
  }

  static PulseSql mariaDb(ServerFacts facts) {
    return said(MARIA_DB, facts);
  }

  private static PulseSql said(Map<Sees, PulseSql> words, ServerFacts facts) {
    return Objects.requireNonNull(
        words.get(
            new Sees(facts.can(Capability.PERFORMANCE_SCHEMA), facts.can(Capability.PROCESS))));
  }

  private static PulseSql mySql(Sees sees) {
    boolean schema = sees.schema();
    boolean process = sees.process();
    String figures = figures(schema);
    return new PulseSql(
        figures,
        process
            ? Optional.of(
                schema
                    ? figures + clients(threadsDoing(), threadsLongest())
                    : figures + clients(doing("p.TIME"), longest("p.TIME")))
            : Optional.empty(),
        process
            ? Optional.of(schema ? transactions(THREADS) : transactions(PROCESSES))
            : Optional.empty(),
        process ? Optional.of(metrics()) : Optional.empty(),
        variables("performance_schema.global_variables"));
  }

  private static PulseSql mariaDb(Sees sees) {
    boolean process = sees.process();
    String time = "FLOOR(p.TIME_MS/1000)";
    return new PulseSql(
        mariaDbFigures(),
        process
            ? Optional.of(mariaDbFigures() + clients(doing(time), longest(time)))
            : Optional.empty(),
        process ? Optional.of(transactions(PROCESSES)) : Optional.empty(),
        Optional.of(mariaDbMetrics()),
        variables("information_schema.GLOBAL_VARIABLES"));
  }

  private static String names() {
    return Arrays.stream(Figure.values())
        .filter(figure -> figure.compareTo(Figure.MAX_CONNECTIONS) < 0)
        .map(figure -> "'" + figure.name() + "'")
        .collect(Collectors.joining(","));
  }

  /// global_status can be read by everybody, even where performance_schema is off. Its names are
  /// compared without regard to case. It has no Com_ values, which count statements; those stand in
  /// the summary by event name.
  private static String figures(boolean schema) {
    String status =
        """
        SELECT /* binnacle:pulse */ VARIABLE_NAME AS name, VARIABLE_VALUE AS value
          FROM performance_schema.global_status WHERE VARIABLE_NAME IN
          (%s)
        UNION ALL SELECT 'max_connections', @@GLOBAL.max_connections
        UNION ALL SELECT 'read_only', @@GLOBAL.read_only"""
            .formatted(names().toLowerCase(Locale.ROOT));
    String replication =
        """

        UNION ALL SELECT REPLACE(EVENT_NAME,'statement/sql/','com_'), COUNT_STAR
          FROM performance_schema.events_statements_summary_global_by_event_name
          WHERE EVENT_NAME IN ('statement/sql/commit','statement/sql/rollback')
        UNION ALL SELECT 'channels', COUNT(*)
          FROM performance_schema.replication_connection_configuration
          WHERE CHANNEL_NAME NOT LIKE 'group_replication%'
        UNION ALL SELECT 'channels_off',
          (SELECT COUNT(*) FROM performance_schema.replication_connection_status
            WHERE SERVICE_STATE<>'ON' AND CHANNEL_NAME NOT LIKE 'group_replication%')
          +(SELECT COUNT(*) FROM performance_schema.replication_applier_status
            WHERE SERVICE_STATE<>'ON' AND CHANNEL_NAME NOT LIKE 'group_replication%')
        UNION ALL SELECT 'group_state',
          IF(MEMBER_STATE='','0',COALESCE(NULLIF(FIELD(MEMBER_STATE,
            'ONLINE','RECOVERING','OFFLINE','ERROR','UNREACHABLE'),0),6))
          FROM performance_schema.replication_group_members
          WHERE MEMBER_ID=@@GLOBAL.server_uuid""";
    return schema ? status + replication : status;
  }

  private static String mariaDbFigures() {
    return """
        SELECT /* binnacle:pulse */ VARIABLE_NAME AS name,
          CASE VARIABLE_VALUE WHEN 'ON' THEN '1' WHEN 'OFF' THEN '0' ELSE VARIABLE_VALUE END AS value
          FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN
          (%s)
        UNION ALL SELECT 'max_connections', @@GLOBAL.max_connections
        UNION ALL SELECT 'read_only', @@GLOBAL.read_only+0"""
        .formatted(names());
  }

  /// What clients do, as more rows of the figures: a server sends each statement's answer by
  /// itself, which would wake the client three times a look. What a client can name itself comes
  /// last, or without tabs.
  private static String clients(String doing, String longest) {
    return """

        UNION ALL SELECT 'doing', CONCAT_WS('\t',many,COALESCE(longest_s,0),command,
          COALESCE(state,''))
          FROM (%s) d
        UNION ALL SELECT 'longest', CONCAT_WS('\t',id,COALESCE(time_s,0),
          REPLACE(COALESCE(user,''),'\t',' '),REPLACE(COALESCE(state,''),'\t',' '),
          COALESCE(info,''))
          FROM (%s) l"""
        .formatted(doing, longest);
  }

  /// A GROUP BY keeps the rows few however many sessions there are.
  private static String threadsDoing() {
    return """
        SELECT PROCESSLIST_COMMAND AS command,
          LEFT(PROCESSLIST_STATE,48) AS state, COUNT(*) AS many, MAX(PROCESSLIST_TIME) AS longest_s
          FROM performance_schema.threads
          WHERE PROCESSLIST_ID IS NOT NULL AND PROCESSLIST_ID<>CONNECTION_ID()
          AND PROCESSLIST_COMMAND NOT IN ('Sleep','Daemon') AND %s
          AND COALESCE(PROCESSLIST_STATE,'') NOT LIKE 'Group replication%%'
          GROUP BY 1,2 ORDER BY INSTR(command,'Binlog Dump') DESC, many DESC LIMIT 13"""
        .formatted(notReplica("NAME"));
  }

  private static String threadsLongest() {
    return """
        SELECT PROCESSLIST_ID AS id, PROCESSLIST_USER AS user, PROCESSLIST_TIME AS time_s,
          LEFT(PROCESSLIST_STATE,48) AS state, LEFT(PROCESSLIST_INFO,120) AS info
          FROM performance_schema.threads
          WHERE PROCESSLIST_ID IS NOT NULL AND PROCESSLIST_ID<>CONNECTION_ID()
          AND PROCESSLIST_COMMAND IN ('Query','Execute') AND %s
          ORDER BY PROCESSLIST_TIME DESC LIMIT 3"""
        .formatted(notReplica("NAME"));
  }

  /// performance_schema gives the account that ran START REPLICA for a replica's threads; only the
  /// thread's name tells.
  private static String notReplica(String name) {
    return "SUBSTRING_INDEX(SUBSTRING_INDEX(" + name + ",'/',-1),'_',1) NOT IN ('replica','slave')";
  }

  private static String doing(String time) {
    return """
        SELECT p.COMMAND AS command, LEFT(p.STATE,48) AS state,
          COUNT(*) AS many, MAX(%s) AS longest_s
          FROM information_schema.PROCESSLIST p
          WHERE p.ID<>CONNECTION_ID() AND p.COMMAND NOT IN ('Sleep','Daemon')
          AND p.USER NOT IN ('system user','event_scheduler')
          AND COALESCE(p.STATE,'') NOT LIKE 'Group replication%%'
          GROUP BY 1,2 ORDER BY INSTR(command,'Binlog Dump') DESC, many DESC LIMIT 13"""
        .formatted(time);
  }

  private static String longest(String time) {
    return """
        SELECT p.ID AS id, p.USER AS user, %1$s AS time_s,
          LEFT(p.STATE,48) AS state, LEFT(p.INFO,120) AS info
          FROM information_schema.PROCESSLIST p
          WHERE p.ID<>CONNECTION_ID() AND p.COMMAND IN ('Query','Execute')
          AND p.USER NOT IN ('system user','event_scheduler')
          ORDER BY %1$s DESC LIMIT 3"""
        .formatted(time);
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
