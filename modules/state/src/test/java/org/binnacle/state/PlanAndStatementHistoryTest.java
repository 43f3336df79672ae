package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.worksheet.RanStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAndStatementHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");
  @TempDir Path dir;

  @Test
  void plansAreKeptNamedPinnedSearchedAndRemoved() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2PlanStore(database);
      KeptPlan first = plan(NOON, "d1", "SELECT 1", "x".repeat(300_000));
      KeptPlan second = plan(NOON.plusSeconds(1), "d1", "SELECT 2", "-> b");
      KeptPlan other = plan(NOON.plusSeconds(2), "d2", "SELECT Ö", "-> c");
      store.keep(first);
      store.keep(second);
      store.keep(other);
      assertThat(store.of("d1")).containsExactly(second, first);
      assertThat(store.find(first.id())).contains(first);
      assertThat(store.newest("", 2)).containsExactly(other, second);
      assertThat(store.newest("select ö", 9)).containsExactly(other);
      store.change(first.id(), "the good one", true);
      assertThat(store.newest("GOOD", 9).getFirst().pinned()).isTrue();
      store.prune(1);
      assertThat(store.newest("", 9).stream().map(KeptPlan::id))
          .containsExactly(other.id(), first.id());
      store.remove(other.id());
      assertThat(store.newest("", 9)).hasSize(1);
    }
  }

  private static KeptPlan plan(Instant at, String digest, String sql, String raw) {
    return new KeptPlan(
        UUID.randomUUID(),
        at,
        digest,
        sql,
        "i",
        "shop",
        "db",
        "8.0.33",
        "ESTIMATED",
        raw,
        "",
        false);
  }

  @Test
  void whatWasRunIsToldOnceNewestFirst() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var history = new H2StatementHistory(database);
      history.add(ran(NOON, "SELECT 1"));
      history.add(ran(NOON.plusSeconds(1), "SELECT Two"));
      RanStatement again = ran(NOON.plusSeconds(2), "SELECT 1");
      history.add(again);
      assertThat(history.newest("", 9)).hasSize(2).first().isEqualTo(again);
      assertThat(history.newest("two", 9)).hasSize(1);
      history.clear();
      assertThat(history.newest("", 9)).isEmpty();
    }
  }

  private static RanStatement ran(Instant at, String sql) {
    return new RanStatement(at, "shop", "db", sql, "done", "1 rows", Duration.ofMillis(3));
  }
}
