package org.binnacle.diagnosis.incident.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What each rule says of a recorded scene, and that it keeps silent a little below its threshold.
final class RulesTest {
  private static final List<String> TREE =
      List.of(
          "depth",
          "who",
          "id",
          "user",
          "host",
          "doing",
          "rows_modified",
          "rows_locked",
          "blocks",
          "sum_waited_us",
          "waited_us",
          "frees",
          "lock_kind",
          "lock",
          "cycle",
          "sql",
          "last_sql");
  private static final List<String> SESSIONS =
      List.of("id", "user", "host", "command", "state", "time_us", "sql", "blocked");

  /// A recorded instance in the making.
  static final class Scene {
    private final Map<String, Map<String, Grid>> grids = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Part> more = new ArrayList<>();

    Scene grid(String step, String name, List<String> columns, List<List<String>> rows) {
      grids.computeIfAbsent(step, key -> new LinkedHashMap<>()).put(name, Grid.of(columns, rows));
      return this;
    }

    Scene status(String name, String first, String last, String delta, String perS) {
      return grid(
          "status",
          "status",
          List.of("name", "first", "last", "delta", "per_s"),
          List.of(List.of(name, first, last, delta, perS)));
    }

    Scene innodb(String text) {
      texts.put("innodb", text);
      return this;
    }

    Scene denied(String step) {
      more.add(
          new Part(step, 1, Part.Status.DENIED, "allowed by: GRANT", 1, 0, Map.of(), Map.of()));
      return this;
    }

    Recorded recorded() {
      var parts = new ArrayList<>(more);
      grids.forEach(
          (step, tables) ->
              parts.add(new Part(step, 1, Part.Status.OK, "", 1, 1, tables, Map.of())));
      texts.forEach(
          (step, text) ->
              parts.add(
                  new Part(step, 1, Part.Status.OK, "", 1, 1, Map.of(), Map.of("status", text))));
      var ref = new InstanceRef("1", "shop-1", "db:3306", "", "grey", Safety.RELAXED, "");
      return new Recorded(ref, "8.0.33", "MySQL 8.0", parts);
    }
  }

  private static List<String> place(
      int depth, String who, String doing, int blocks, String kind, String cycle, String sql) {
    return List.of(
        "" + depth,
        who,
        who.substring(1),
        "app",
        "10.0.4.9",
        doing,
        "3",
        "7",
        "" + blocks,
        "9000000",
        "9000000",
        "" + blocks,
        kind,
        kind.isEmpty() ? "" : "shop.stock.PRIMARY X (1)",
        cycle,
        sql,
        "");
  }

  private static Scene tree(List<List<String>> places) {
    return new Scene().grid("locks", "tree", TREE, places);
  }

  private static Scene pile(int blocks) {
    return tree(
        List.of(
            place(0, "#7", "updating", blocks, "", "", "UPDATE stock SET n = 1"),
            place(1, "#8", "updating", 0, "row", "", "UPDATE stock SET n = 2")));
  }

  private static Scene transaction(long ageS) {
    return new Scene()
        .grid(
            "transactions",
            "transactions",
            List.of("trx_id", "id", "age_s", "query", "trx_rows_modified", "trx_rows_locked"),
            List.of(List.of("4711", "12", "" + ageS, "", "5", "6")));
  }

  private static Scene replica(String lag) {
    return new Scene()
        .grid(
            "replication",
            "replica",
            List.of(
                "Replica_IO_Running",
                "Replica_SQL_Running",
                "Seconds_Behind_Source",
                "Replica_SQL_Running_State"),
            List.of(List.of("Yes", "Yes", lag, "Reading event from the relay log")));
  }

  private static Scene stopped(String io, String sql) {
    return new Scene()
        .grid(
            "replication",
            "replica",
            List.of(
                "Replica_IO_Running", "Replica_SQL_Running", "Last_SQL_Errno", "Last_SQL_Error"),
            List.of(List.of(io, sql, "1062", "Duplicate entry '1' for key 'PRIMARY'")));
  }

  private static Scene sameStatement(int seen) {
    return new Scene()
        .grid(
            "sessions",
            "all",
            SESSIONS,
            List.of(
                List.of(
                    "1", "app", "h", "Query", "executing", "5", "SELECT * FROM big WHERE c", "")))
        .grid(
            "sessions",
            "by statement",
            List.of(
                "schema", "digest", "seen", "share_pct", "longest_us", "statement", "sample_sql"),
            List.of(
                List.of(
                    "shop",
                    "d1",
                    "" + seen,
                    "91.0",
                    "9000000",
                    "SELECT * FROM `big` WHERE `c`",
                    "SELECT * FROM big WHERE c")))
        .grid(
            "top-sql",
            "top-sql",
            List.of("statement", "no_index", "tmp_disk"),
            List.of(List.of("SELECT * FROM big WHERE c", "40", "0")));
  }

  private static Scene readOnlySource(String readOnly) {
    return new Scene()
        .grid(
            "variables",
            "variables",
            List.of("name", "value"),
            List.of(List.of("read_only", readOnly), List.of("super_read_only", readOnly)))
        .grid("replication", "replicas", List.of("Server_Id"), List.of(List.of("2")));
  }

  static Stream<Arguments> seen() {
    var metrics = List.of("name", "first", "last");
    return Stream.of(
        Arguments.of("locks.row-pile", Severity.CRITICAL, "10 sessions wait behind #7", pile(10)),
        Arguments.of("locks.row-pile", Severity.WARNING, "9 sessions wait behind #7", pile(9)),
        Arguments.of(
            "locks.cycle",
            Severity.CRITICAL,
            "in a circle: #7, #8",
            tree(
                List.of(
                    place(0, "#7", "updating", 1, "", "yes", "a"),
                    place(1, "#8", "updating", 1, "row", "yes", "b")))),
        Arguments.of("replication.stopped", Severity.CRITICAL, "", stopped("Yes", "No")),
        Arguments.of("replication.stopped", Severity.CRITICAL, "", stopped("Connecting", "Yes")),
        Arguments.of("replication.lag", Severity.WARNING, "30.0 s behind", replica("30")),
        Arguments.of("replication.lag", Severity.CRITICAL, "behind", replica("300")),
        Arguments.of(
            "load.same-statement",
            Severity.CRITICAL,
            "run the same statement, which reads a whole table without an index",
            sameStatement(40)),
        Arguments.of(
            "transactions.long", Severity.WARNING, "Transaction 4711 of #12", transaction(300)),
        Arguments.of("transactions.long", Severity.CRITICAL, "has been open", transaction(1_800)),
        Arguments.of(
            "innodb.history",
            Severity.WARNING,
            "500,000 old row versions",
            new Scene().innodb("History list length 500000")),
        Arguments.of(
            "innodb.history",
            Severity.CRITICAL,
            "3,000,000",
            new Scene().innodb("History list length 3000000")),
        Arguments.of(
            "innodb.deadlocks",
            Severity.WARNING,
            "2 deadlocks during the capture",
            new Scene().status("innodb_deadlocks", "1", "3", "2", "1.0")),
        Arguments.of(
            "innodb.deadlocks",
            Severity.WARNING,
            "1 deadlock during the capture",
            new Scene()
                .grid(
                    "status",
                    "innodb metrics",
                    metrics,
                    List.of(List.of("lock_deadlocks", "4", "5")))),
        Arguments.of(
            "innodb.deadlocks",
            Severity.NOTICE,
            "remembers a deadlock",
            new Scene().innodb("LATEST DETECTED DEADLOCK")),
        Arguments.of(
            "disk.temporary-tables",
            Severity.WARNING,
            "20 temporary tables a second",
            new Scene().status("created_tmp_disk_tables", "0", "40", "40", "20.0")),
        Arguments.of(
            "disk.waits",
            Severity.WARNING,
            "waits for its disk",
            new Scene().status("innodb_log_waits", "0", "1", "1", "0.5")),
        Arguments.of(
            "disk.waits",
            Severity.CRITICAL,
            "disk of the server is full",
            new Scene()
                .grid(
                    "server",
                    "error log",
                    List.of("text"),
                    List.of(List.of("Disk is full writing './binlog.000003'")))),
        Arguments.of(
            "server.restarted",
            Severity.WARNING,
            "started",
            new Scene().status("uptime", "299", "299", "0", "0")),
        Arguments.of(
            "server.restarted",
            Severity.NOTICE,
            "started",
            new Scene().status("uptime", "899", "899", "0", "0")),
        Arguments.of(
            "server.read-only", Severity.CRITICAL, "source is read-only", readOnlySource("ON")),
        Arguments.of(
            "account.denied",
            Severity.WARNING,
            "locks. What is wrong may be among it",
            new Scene().denied("locks")),
        Arguments.of(
            "account.denied",
            Severity.NOTICE,
            "may not see everything: innodb.",
            new Scene().denied("innodb")));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void aRuleSaysWhatItSees(String rule, Severity severity, String words, Scene scene) {
    assertThat(Rules.look(scene.recorded()))
        .filteredOn(finding -> finding.rule().equals(rule))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.words()).contains(words);
              assertThat(finding.evidence()).isNotEmpty().noneMatch(String::isBlank);
              assertThat(finding.next()).isNotBlank();
              assertThat(finding.instance()).isEqualTo("shop-1");
            });
  }

  static Stream<Arguments> unseen() {
    return Stream.of(
        Arguments.of("replication.stopped", replica("0")),
        Arguments.of("replication.lag", replica("29")),
        Arguments.of("replication.lag", replica("")),
        Arguments.of("load.same-statement", sameStatement(3)),
        Arguments.of("transactions.long", transaction(299)),
        Arguments.of("innodb.history", new Scene().innodb("History list length 499999")),
        Arguments.of(
            "innodb.deadlocks", new Scene().status("innodb_deadlocks", "3", "3", "0", "0.0")),
        Arguments.of(
            "disk.temporary-tables",
            new Scene().status("created_tmp_disk_tables", "0", "39", "39", "19.5")),
        Arguments.of("disk.waits", new Scene().status("innodb_log_waits", "9", "9", "0", "0.0")),
        Arguments.of("server.restarted", new Scene().status("uptime", "900", "900", "0", "0")),
        Arguments.of("server.read-only", readOnlySource("OFF")));
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void aRuleIsSilentWhereNothingIsWrong(String rule, Scene scene) {
    assertThat(Rules.look(scene.recorded())).extracting(Finding::rule).doesNotContain(rule);
  }

  @Test
  void everyRuleHasItsScene() {
    // These have a real server to themselves: CaptureOnServersTest, CaptureClusterOnServersTest.
    var elsewhere =
        List.of(
            "reach.none",
            "locks.idle-blocker",
            "locks.metadata-pile",
            "connections.full",
            "variables.changed");
    assertThat(Rules.shipped().stream().map(Rule::id).toList())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(elsewhere.stream(), seen().map(one -> (String) one.get()[0]).distinct())
                .toList());
  }
}
