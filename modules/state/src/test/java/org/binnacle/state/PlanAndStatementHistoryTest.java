package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.explain.history.PlanShape;
import org.binnacle.explain.worksheet.RanStatement;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAndStatementHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");
  @TempDir Path dir;

  private static final String SCAN = "-> Table scan on t  (cost=9 rows=90)\n";
  private static final String LOOKUP = "-> Index lookup on t using by_a (a = 1)  (cost=1 rows=9)\n";

  @Test
  void plansAreKeptNamedPinnedSearchedAndRemoved() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2PlanStore(database);
      KeptPlan first = plan(NOON, "d1", "SELECT 1", SCAN.repeat(9_000));
      KeptPlan second = plan(NOON.plusSeconds(1), "d1", "SELECT 2", LOOKUP);
      KeptPlan other = plan(NOON.plusSeconds(2), "d2", "SELECT Ö", SCAN);
      for (KeptPlan plan : List.of(first, second, other)) {
        store.keep(plan, PlanShape.of(plan.plan()));
      }
      assertThat(ids(store, PlanSearch.ALL.of("d1"))).containsExactly(second.id(), first.id());
      assertThat(store.find(first.id())).contains(first);
      assertThat(ids(store, PlanSearch.ALL.limit(2))).containsExactly(other.id(), second.id());
      assertThat(ids(store, PlanSearch.ALL.containing("select ö"))).containsExactly(other.id());
      assertThat(ids(store, PlanSearch.ALL.containing(other.id().toString().substring(0, 8))))
          .containsExactly(other.id());
      store.change(first.id(), "the good one", true);
      assertThat(store.heads(PlanSearch.ALL.containing("GOOD")).getFirst().pinned()).isTrue();
      assertThat(ids(store, new PlanSearch("", "", false, true, 9))).containsExactly(first.id());
      store.prune(1);
      assertThat(ids(store, PlanSearch.ALL)).containsExactly(other.id(), first.id());
      store.remove(other.id());
      assertThat(ids(store, PlanSearch.ALL)).hasSize(1);
    }
  }

  @Test
  void aPlanThatIsNotTheOneBeforeIsFoundWithItsTime() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2PlanStore(database);
      KeptPlan first = plan(NOON, "d1", "SELECT 1", SCAN);
      KeptPlan same = plan(NOON.plusSeconds(1), "d1", "SELECT 1", SCAN.replace("90", "91"));
      KeptPlan changed = plan(NOON.plusSeconds(2), "d1", "SELECT 1", LOOKUP);
      KeptPlan stays = plan(NOON.plusSeconds(3), "d1", "SELECT 1", LOOKUP);
      KeptPlan unknown = plan(NOON.plusSeconds(4), "", "", SCAN);
      for (KeptPlan plan : List.of(first, same, changed, stays, unknown)) {
        store.keep(plan, PlanShape.of(plan.plan()));
      }
      List<KeptHead> heads = store.heads(new PlanSearch("", "", true, false, 9));
      assertThat(heads.stream().map(KeptHead::id)).containsExactly(changed.id());
      assertThat(heads.getFirst().before()).contains(same.id());
      assertThat(heads.getFirst().beforeAt()).contains(same.at());
      assertThat(store.before("d1", "i", "db", "TREE", changed.at())).contains(same);
      assertThat(store.before("d1", "i", "other", "TREE", changed.at())).isEmpty();
      assertThat(store.before("d1", "i", "db", "JSON_V1", changed.at())).isEmpty();
    }
  }

  @Test
  void whatATabShowsIsRememberedAndStandsInNoList() {
    KeptPlan first = plan(NOON, "d1", "SELECT 1", SCAN);
    KeptPlan second = plan(NOON.plusSeconds(1), "d1", "SELECT 1", LOOKUP);
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var history = new PlanHistory(new H2PlanStore(database));
      history.keep(first);
      history.show("plan:1", first);
      history.show("plan:1", second);
      history.show("plan:2", first);
    }
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var history = new PlanHistory(new H2PlanStore(database));
      assertThat(history.shown("plan:1").orElseThrow().raw()).isEqualTo(LOOKUP);
      assertThat(history.shown("plan:2").orElseThrow().raw()).isEqualTo(SCAN);
      assertThat(history.shown("plan:3")).isEmpty();
      assertThat(history.list(PlanSearch.ALL).stream().map(KeptHead::id))
          .containsExactly(first.id());
      assertThat(history.named("latest")).isEqualTo(first);
      assertThat(history.named("d1")).isEqualTo(first);
      assertThatThrownBy(() -> history.named("zz")).isInstanceOf(Fault.class);
    }
  }

  @Test
  void plansOfAnOlderVersionAreLookedAtOnce() {
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var store = new H2PlanStore(database);
      KeptPlan first = plan(NOON, "d1", "SELECT 1", SCAN);
      KeptPlan second = plan(NOON.plusSeconds(1), "d1", "SELECT 1", LOOKUP);
      var unknown = new PlanShape("", "", 0, OptionalDouble.empty(), OptionalDouble.empty());
      store.keep(first, unknown);
      store.keep(second, unknown);
      List<KeptHead> heads = new PlanHistory(store).list(PlanSearch.ALL);
      assertThat(heads.getFirst().changed()).isTrue();
      assertThat(heads.getFirst().shape().format()).isEqualTo("TREE");
      assertThat(heads.getFirst().shape().cost()).hasValue(1);
    }
  }

  private static List<UUID> ids(H2PlanStore store, PlanSearch search) {
    return store.heads(search).stream().map(KeptHead::id).toList();
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
        "{}",
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
