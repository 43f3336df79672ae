package org.binnacle.testkit.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a fake server answers to the driver's and to our own statements, by what it feels.
final class Script {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "@@(?:session\\.|global\\.)?(\\w+)(?:\\s+AS\\s+(\\w+))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK = Pattern.compile("/\\* binnacle:(\\w+) \\*/");
  private static final Pattern PREPARE =
      Pattern.compile("PREPARE (\\w+) FROM '(.*)'", Pattern.DOTALL);

  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("auto_increment_increment", "1"),
          Map.entry("character_set_client", "utf8mb4"),
          Map.entry("character_set_connection", "utf8mb4"),
          Map.entry("character_set_results", "utf8mb4"),
          Map.entry("character_set_server", "utf8mb4"),
          Map.entry("collation_server", "utf8mb4_0900_ai_ci"),
          Map.entry("collation_connection", "utf8mb4_0900_ai_ci"),
          Map.entry("interactive_timeout", "28800"),
          Map.entry("wait_timeout", "28800"),
          Map.entry("license", "GPL"),
          Map.entry("lower_case_table_names", "0"),
          Map.entry("max_allowed_packet", "67108864"),
          Map.entry("net_write_timeout", "60"),
          Map.entry("performance_schema", "1"),
          Map.entry("sql_mode", "STRICT_TRANS_TABLES"),
          Map.entry("system_time_zone", "UTC"),
          Map.entry("time_zone", "+00:00"),
          Map.entry("transaction_isolation", "REPEATABLE-READ"));

  private final FakeNode node;

  /// What connections had it keep, by connection and name.
  private final Map<String, String> prepared = new ConcurrentHashMap<>();

  Script(FakeNode node) {
    this.node = node;
  }

  List<Answer> answers(String text, int connectionId) {
    var answers = new ArrayList<Answer>();
    for (String sql : text.split(";\\n")) {
      answers.add(answer(sql, connectionId));
    }
    return answers;
  }

  private Answer answer(String said, int connectionId) {
    Matcher prepare = PREPARE.matcher(said);
    if (prepare.matches()) {
      prepared.put(connectionId + prepare.group(1), prepare.group(2).replace("''", "'"));
      return Answer.OK;
    }
    String sql =
        said.startsWith("EXECUTE ")
            ? prepared.getOrDefault(connectionId + said.substring(8), said)
            : said;
    Matcher mark = MARK.matcher(sql);
    if (mark.find()) {
      return mark.group(1).equals("pulse")
          ? pulse(sql.contains("'doing"))
          : marked(mark.group(1), connectionId);
    }
    String start = sql.stripLeading();
    if (start.regionMatches(true, 0, "SET", 0, 3) || start.startsWith("DO ")) {
      return Answer.OK;
    }
    if (sql.contains("'server_uuid'")) {
      return new Answer(
          List.of("Variable_name", "Value"), List.of(List.of("server_uuid", node.uuid())));
    }
    if (sql.contains("transaction_read_only")) {
      return new Answer(
          List.of("Variable_name", "Value"), List.of(List.of("transaction_read_only", "ON")));
    }
    if (start.startsWith("SHOW GRANTS")) {
      return Answer.one("Grants", "GRANT ALL PRIVILEGES ON *.* TO `fake`@`%`");
    }
    if (sql.contains("setup_consumers")) {
      return new Answer(
          List.of("name"),
          List.of(
              List.of("global_instrumentation"),
              List.of("thread_instrumentation"),
              List.of("events_statements_current")));
    }
    if (sql.contains("@@")) {
      return variables(sql);
    }
    return Answer.none("x");
  }

  private static Answer variables(String sql) {
    var names = new ArrayList<String>();
    var values = new ArrayList<@Nullable String>();
    Matcher variable = VARIABLE.matcher(sql);
    while (variable.find()) {
      names.add(variable.group(2) == null ? "@@" + variable.group(1) : variable.group(2));
      values.add(VARIABLES.getOrDefault(variable.group(1), "0"));
    }
    return new Answer(names, List.of(values));
  }

  private Answer marked(String set, int connectionId) {
    return switch (set) {
      case "probe" -> probe(connectionId);
      case "transactions" -> transactions();
      case "engine" ->
          table(List.of("name", "value"), row("history", "1000"), row("deadlocks", "0"));
      case "variables" -> Answer.one("hash", "4711");
      case "replica" -> replica();
      case "bounds" -> Answer.OK;
      default -> Answer.none("id");
    };
  }

  private Answer probe(int connectionId) {
    return table(
        List.of(
            "version",
            "comment",
            "id",
            "account",
            "read_only",
            "performance_schema",
            "server_id",
            "port"),
        row("8.0.33", "fake", connectionId + "", "fake@%", "0", "1", "1", "3306"));
  }

  private Answer pulse(boolean clients) {
    boolean replica = node.mood() == Mood.LAG || node.mood() == Mood.REPLICA_STOPPED;
    var lines = new ArrayList<String>(figures(replica, node.questions()));
    if (clients) {
      if (node.mood() == Mood.LOCK_PILE) {
        lines.add("doing\t41\t20\tQuery\tupdating");
        lines.add("doing\t4\t0\tQuery\texecuting");
      } else {
        lines.add("doing\t" + node.active() + "\t1\tQuery\texecuting");
      }
      lines.add("longest\t77\t1\tapp\texecuting\t" + statement());
    }
    return table(
        List.of("room", "max_connections", "read_only", "told"),
        row("1024", "500", "0", String.join("\n", lines)));
  }

  private List<String> figures(boolean replica, long now) {
    return List.of(
        "Uptime\t" + node.uptimeS(),
        "Questions\t" + now,
        "com_commit\t" + now / 10,
        "com_rollback\t0",
        "Threads_connected\t" + (node.mood() == Mood.BUSY ? "280" : "60"),
        "Threads_running\t" + (node.active() + 1),
        "Max_used_connections\t300",
        "Aborted_connects\t3",
        "Connection_errors_max_connections\t0",
        "Innodb_row_lock_current_waits\t" + (node.mood() == Mood.LOCK_PILE ? "41" : "0"),
        "Innodb_row_lock_time\t100",
        "Innodb_buffer_pool_reads\t1000",
        "Innodb_buffer_pool_read_requests\t" + now * 20,
        "Innodb_buffer_pool_wait_free\t0",
        "Innodb_os_log_written\t" + now * 100,
        "Innodb_data_pending_fsyncs\t0",
        "Slow_queries\t10",
        "Created_tmp_disk_tables\t10",
        "Select_scan\t100",
        "Bytes_sent\t" + now * 500,
        "Table_open_cache_overflows\t0",
        "channels\t" + (replica ? "1" : "0"),
        "channels_off\t" + (node.mood() == Mood.REPLICA_STOPPED ? "1" : "0"));
  }

  private String statement() {
    if (node.mood() == Mood.HUGE_ROW) {
      char[] letters = new char[17 * 1024 * 1024];
      Arrays.fill(letters, 'x');
      return new String(letters);
    }
    return "SELECT qty FROM stock WHERE id=" + node.seed();
  }

  private Answer transactions() {
    var columns = List.of("oldest_s", "oldest_id", "idle_s", "idle_id", "idle_user", "wait_s");
    return node.mood() == Mood.LOCK_PILE
        ? table(columns, row("372", "88213", "372", "88213", "app", "20"))
        : table(columns, row(null, null, null, null, null, null));
  }

  private Answer replica() {
    var columns =
        List.of(
            "Channel_Name",
            "Source_Host",
            "Source_Port",
            "Replica_IO_Running",
            "Replica_SQL_Running",
            "Seconds_Behind_Source",
            "Last_IO_Error",
            "Last_SQL_Error",
            "Last_IO_Errno",
            "Last_SQL_Errno");
    return switch (node.mood()) {
      case LAG -> table(columns, row("", "src", "3306", "Yes", "Yes", "600", "", "", "0", "0"));
      case REPLICA_STOPPED ->
          table(
              columns,
              row("", "src", "3306", "Yes", "No", null, "", "Duplicate entry '7'", "0", "1062"));
      default -> new Answer(columns, List.of());
    };
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static Answer table(List<String> columns, List<@Nullable String>... rows) {
    return new Answer(columns, List.of(rows));
  }
}
