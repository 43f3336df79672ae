package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.MemoryIncidents;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.incident.report.Reports;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestFleet;
import org.binnacle.testkit.server.Fleet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A real source with its replica: one incident of both, what changed since the one before, and
/// every area of their comparison.
@SuppressWarnings("NullAway")
@Tag("server")
class CaptureClusterOnServersTest {

  private static Server server(RunningServer running, String name, String cluster) {
    Server plain =
        RealServers.server(name, running.host(), running.port(), running.user(), Safety.RELAXED);
    InstanceRef ref = plain.ref();
    return new Server(
        new InstanceRef(
            name, name, ref.address(), ref.environment(), ref.colour(), ref.safety(), cluster),
        plain.host(),
        plain.port(),
        plain.user(),
        plain.tls(),
        plain.tunnel());
  }

  private static Difference.Area area(List<Difference.Area> areas, String of, String name) {
    return areas.stream()
        .filter(one -> one.instance().equals(of) && one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no area " + name + " of " + of + ": " + areas));
  }

  private static void run(RunningServer on, String... statements) throws Exception {
    try (Connection connection = on.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Thread busy(RunningServer on, String sql) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                run(on, sql);
              } catch (Exception ended) {
                // the server is stopped or the sleep is over
              }
            });
  }

  private static void seen(RunningServer on, String like) throws Exception {
    long until = System.nanoTime() + 20_000_000_000L;
    try (Connection connection = on.connect();
        var asked =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM performance_schema.threads"
                    + " WHERE PROCESSLIST_INFO LIKE ?")) {
      asked.setString(1, like);
      while (System.nanoTime() < until) {
        try (var rows = asked.executeQuery()) {
          if (rows.next() && rows.getInt(1) > 0) {
            return;
          }
        }
      }
    }
    throw new AssertionError("not seen: " + like);
  }

  @Test
  void aClusterIsOneIncidentAndWhatChangedSinceIsTold() throws Exception {
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1)) {
      RunningServer source = fleet.source();
      RunningServer replica = fleet.replicas().getFirst();
      try (var connections = RealServers.connections(source.password())) {
        List<Server> servers =
            List.of(
                server(source, "shop-1", "shop"),
                server(replica, "shop-2", "shop"),
                server(replica, "other", ""));
        var store = new MemoryIncidents();
        var incidents = new Incidents(connections, () -> servers, store, Clock.systemUTC());
        List<InstanceRef> whole = incidents.clusters(List.of(servers.get(0).ref()));
        assertThat(whole).extracting(InstanceRef::name).containsExactly("shop-1", "shop-2");
        assertThat(incidents.clusters(List.of(servers.get(2).ref()))).hasSize(1);
        run(
            source,
            "CREATE DATABASE shop",
            "CREATE TABLE shop.t (id INT PRIMARY KEY AUTO_INCREMENT, a INT)",
            "INSERT INTO shop.t (a) VALUES (1), (2), (3), (4), (5), (6), (7), (8)");
        Incident before =
            incidents.capture(whole, CaptureOptions.byHand(), state -> {}, new Cancel());
        assertThat(before.title()).isEqualTo("shop");
        assertThat(before.recorded()).hasSize(2);
        assertThat(before.recorded())
            .allMatch(
                one -> one.parts().stream().allMatch(part -> part.status() == Part.Status.OK));
        assertThat(before.of("shop-2").orElseThrow().grid("replication", "replica").size())
            .isEqualTo(1);
        assertThat(before.of("shop-1").orElseThrow().grid("variables", "changed").isEmpty())
            .isTrue();

        run(source, "SET GLOBAL sync_binlog = 17", "SET GLOBAL long_query_time = 3");
        run(replica, "STOP REPLICA SQL_THREAD");
        busy(source, "SELECT SLEEP(25), a FROM shop.t WHERE a = 4711 OR id = 1");
        seen(source, "SELECT SLEEP(25)%");
        Incident after =
            incidents.capture(whole, CaptureOptions.byHand(), state -> {}, new Cancel());

        var changed = after.of("shop-1").orElseThrow().grid("variables", "changed");
        assertThat(changed.rows())
            .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
            .contains("sync_binlog 17 0");
        assertThat(after.findings())
            .filteredOn(finding -> finding.rule().equals("variables.changed"))
            .singleElement()
            .satisfies(
                finding -> {
                  assertThat(finding.instance()).isEqualTo("shop-1");
                  assertThat(finding.words()).contains("sync_binlog");
                  assertThat(finding.evidence()).contains("sync_binlog: 17, it was 0");
                });
        assertThat(Reports.text(Reports.Format.HTML, after, Mask.NONE))
            .contains("sync_binlog: 17, it was 0");
        var recording = new Recording(after);
        var scene =
            recording.variables().variables(recording.instances()).getFirst().value().orElseThrow();
        assertThat(scene.newest()).containsKey("sync_binlog");
        assertThat(scene.newest().get("sync_binlog").was()).contains("0");
        assertThat(scene.since()).contains(before.at());

        List<Difference.Area> areas = Difference.of(before, after);
        assertThat(areas).hasSize(16);
        assertThat(area(areas, "shop-1", "sessions").counts()).contains("new");
        assertThat(area(areas, "shop-1", "states").grid().rows())
            .anyMatch(row -> String.join(" ", row).contains("User sleep"));
        assertThat(area(areas, "shop-1", "plans").grid().rows())
            .anyMatch(
                row -> row.getFirst().equals("new") && String.join(" ", row).contains("shop.t"));
        assertThat(area(areas, "shop-1", "variables").grid().rows())
            .anyMatch(row -> row.contains("sync_binlog") && row.contains("value was 0"));
        assertThat(area(areas, "shop-1", "status").grid().isEmpty()).isFalse();
        assertThat(area(areas, "shop-1", "top-sql").grid().columns()).contains("statement");
        assertThat(area(areas, "shop-2", "replication").grid().rows())
            .anyMatch(row -> String.join(" ", row).contains("applies was Yes"));
        assertThat(area(areas, "shop-1", "replication").grid().isEmpty()).isTrue();
      }
    }
  }

  /// What is masked is nowhere in the file, be it in the page or in the JSON that it carries.
  @Test
  void nothingThatIsMaskedRemainsInTheFile() throws Exception {
    try (Fleet fleet = TestFleet.start(Distribution.MYSQL_8_0, 1)) {
      RunningServer source = fleet.source();
      try (var connections = RealServers.connections(source.password())) {
        List<Server> servers = List.of(server(source, "shopmaster", "shopcluster"));
        var incidents =
            new Incidents(connections, () -> servers, new MemoryIncidents(), Clock.systemUTC());
        run(
            source,
            "CREATE DATABASE shop",
            "CREATE TABLE shop.t (id INT PRIMARY KEY, a VARCHAR(40) DEFAULT 'zsecretdefault')",
            "INSERT INTO shop.t VALUES (1, 'zsecretrow')",
            "CREATE USER 'zcarol'@'%' IDENTIFIED BY 'x'",
            "GRANT ALL ON *.* TO 'zcarol'@'%'");
        busy(source, "SELECT SLEEP(25), a FROM shop.t WHERE a = 'zsecretrow' OR id = 1");
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var connection =
                          java.sql.DriverManager.getConnection(
                              "jdbc:mysql://%s:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                                  .formatted(source.host(), source.port()),
                              "zcarol",
                              "x");
                      var statement = connection.createStatement()) {
                    statement.execute("SELECT SLEEP(24), 'zsecretother'");
                  } catch (Exception ended) {
                    // the server is stopped
                  }
                });
        seen(source, "SELECT SLEEP(25)%");
        seen(source, "SELECT SLEEP(24)%");
        Incident incident =
            incidents.capture(
                List.of(servers.getFirst().ref()),
                CaptureOptions.byHand(),
                state -> {},
                new Cancel());
        for (var format : Reports.Format.values()) {
          String whole = Reports.text(format, incident, Mask.NONE);
          assertThat(whole).contains("zsecret").contains("zcarol").contains("shopmaster");
          assertThat(Reports.text(format, incident, new Mask(true, false, false)))
              .doesNotContain("zsecret")
              .contains("zcarol")
              .contains("shopmaster");
          assertThat(Reports.text(format, incident, new Mask(false, true, false)))
              .doesNotContain("shopmaster")
              .doesNotContain("shopcluster")
              .contains("zsecret");
          assertThat(Reports.text(format, incident, new Mask(false, false, true)))
              .doesNotContain("zcarol")
              .contains("zsecret");
          assertThat(Reports.text(format, incident, Mask.NONE.summary()))
              .doesNotContain("zsecret")
              .doesNotContain("SLEEP(");
          assertThat(Reports.text(format, incident, Mask.ALL.summary()))
              .doesNotContain("zsecret")
              .doesNotContain("zcarol")
              .doesNotContain("shopmaster");
        }
      }
    }
  }
}
