package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.trend.TrendStore;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InventoryFaults;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");
  @TempDir Path dir;

  @Test
  void everyFieldOfAnInstanceIsKept() {
    var draft = Instance.at("a", "h", 3306, "u").draft();
    for (Field field : Field.values()) {
      switch (field) {
        case HOST, PORT, TUNNEL_PORT, TLS, PUBLIC_KEY_RETRIEVAL -> {}
        default -> draft.set(field, field.key() + "-ö");
      }
    }
    Instance full =
        draft
            .set(Field.TLS, "VERIFY_CA")
            .set(Field.PUBLIC_KEY_RETRIEVAL, "true")
            .set(Field.TUNNEL_PORT, "2222")
            .set(Field.TAGS, "a,b=c")
            .build();
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2InventoryStore(database);
      store.replace(List.of(full), List.of());
      assertThat(store.instances()).containsExactly(full);
      Instance twin = Instance.at("NAME-Ö", "h", 3306, "u");
      assertThatThrownBy(() -> store.replace(List.of(twin), List.of()))
          .isInstanceOfSatisfying(
              Fault.class, fault -> assertThat(fault.code()).isEqualTo(InventoryFaults.NAME_TAKEN));
      assertThat(store.instances()).containsExactly(full);
      store.replace(List.of(twin), List.of(full.id()));
      assertThat(store.instances()).containsExactly(twin);
    }
  }

  @Test
  void auditEntriesAreFoundNewestFirstByTimeAndText() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var log = new H2AuditLog(database);
      AuditEntry first = entry(NOON, "KILL QUERY 1", "x".repeat(2_000_000));
      AuditEntry second = entry(NOON.plusSeconds(1), "KILL 2", "Lock Wait");
      log.append(first);
      log.append(second);
      assertThat(log.newest(Optional.empty(), "", 10)).containsExactly(second, first);
      assertThat(log.newest(Optional.empty(), "", 1)).containsExactly(second);
      assertThat(log.newest(Optional.of(NOON.plusSeconds(1)), "", 10)).containsExactly(second);
      assertThat(log.newest(Optional.empty(), "lock wait", 10)).containsExactly(second);
      assertThat(log.newest(Optional.empty(), "kill query", 10)).containsExactly(first);
      assertThat(log.newest(Optional.empty(), "100%", 10)).isEmpty();
    }
  }

  @Test
  void hoursOfFiguresAreReplacedFoundAndForgotten() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2TrendStore(database);
      store.keep(
          List.of(
              new TrendStore.Block("a", 10, new byte[] {1}),
              new TrendStore.Block("a", 11, new byte[] {2}),
              new TrendStore.Block("b", 10, new byte[] {3})));
      store.keep(List.of(new TrendStore.Block("a", 11, new byte[] {4})));
      assertThat(store.find("a", 10, 11))
          .extracting(block -> block.bytes()[0])
          .containsExactly((byte) 1, (byte) 4);
      store.forget(11);
      assertThat(store.find("a", 0, 99)).hasSize(1);
      assertThat(store.find("b", 0, 99)).isEmpty();
    }
  }

  @Test
  void settingsAreFoundByPrefixAndRemoved() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var settings = new H2Settings(database);
      settings.put("sessions.columns", "a");
      settings.put("sessions.sort", "b");
      settings.put("window.width", "c");
      settings.put("sessions.sort", "d");
      settings.remove("window.width");
      assertThat(settings.under("sessions.")).hasSize(2).containsEntry("sessions.sort", "d");
    }
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      assertThat(new H2Settings(database).under("")).hasSize(2).containsEntry("sessions.sort", "d");
    }
  }

  private static AuditEntry entry(Instant at, String sql, String detail) {
    return new AuditEntry(
        at,
        "ann",
        new InstanceRef("1", "shop-db", "db:3306", "production", "red", Safety.STRICT, "shop"),
        "kill.query",
        "thread 1",
        sql,
        "it hurts",
        AuditEntry.Outcome.DONE,
        detail);
  }
}
