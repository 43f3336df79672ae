package org.binnacle.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.binnacle.diagnosis.incident.Capture;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Connections;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.Scene;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One question that the server does not answer in time leaves the others of its step.
@SuppressWarnings("NullAway")
@Tag("server")
class CaptureLateOnServersTest {

  static List<Distribution> all() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("all")
  void lockedTablesAreNamedAndTheOthersAreThere(Distribution distribution) throws Exception {
    RunningServer running = TestServers.shared(distribution);
    try (TestSchema schema = TestSchema.on(running);
        Scene scene = Scene.in(schema);
        Connection locks = running.connect();
        Statement locking = locks.createStatement();
        Connections connections = RealServers.connections(running.password())) {
      schema.run(
          "CREATE TABLE a (id INT PRIMARY KEY)",
          "CREATE TABLE b (id INT PRIMARY KEY)",
          "CREATE TABLE z (id INT PRIMARY KEY)");
      locking.execute("USE " + schema.name());
      locking.execute("BEGIN");
      locking.execute("SELECT * FROM z");
      // It has a and b exclusively, for which even SHOW CREATE waits, and waits for z.
      scene.metadataWait("RENAME TABLE a TO a2, b TO b2, z TO z2");
      scene.metadataWait("SELECT * FROM a");
      scene.metadataWait("SELECT * FROM b");
      scene.idleInTransaction(7);
      scene.rowLockWait(7);
      Incident incident =
          new Capture(connections, Clock.systemUTC())
              .take(
                  List.of(
                      RealServers.server(
                          "late", running.host(), running.port(), running.user(), Safety.RELAXED)),
                  CaptureOptions.byHand(),
                  state -> {},
                  new Cancel());
      Part tables = incident.recorded().getFirst().part("tables").orElseThrow();
      assertThat(tables.texts()).as(tables.detail()).containsKey(schema.name() + ".scene");
      assertThat(tables.texts()).doesNotContainKey(schema.name() + ".a");
      assertThat(tables.status()).isEqualTo(Part.Status.TIMEOUT);
      assertThat(tables.detail())
          .contains(schema.name() + ".a")
          .contains(schema.name() + ".b")
          .contains("no answer within");
      assertThat(incident.took()).isLessThan(Duration.ofSeconds(6));
    }
  }
}
