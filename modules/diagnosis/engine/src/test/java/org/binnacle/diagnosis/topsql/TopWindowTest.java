package org.binnacle.diagnosis.topsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway")
class TopWindowTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final StatementKey READ = new StatementKey("shop", "aa");
  private static final StatementKey WRITE = new StatementKey("shop", "bb");

  private static InstanceRef ref(String name) {
    return new InstanceRef(name, name, name + ":3306", "", "grey", Safety.RELAXED, "shop");
  }

  private static Counters counters(long count, long timeUs) {
    return new Counters(count, timeUs, 0, 0, 0, 0, 0, count, 10 * count, 0, 0, 0);
  }

  private static Digests look(long second, long uptimeS, Map<StatementKey, Counters> rows) {
    return look(second, uptimeS, rows, NOON, true);
  }

  private static Digests look(
      long second, long uptimeS, Map<StatementKey, Counters> rows, Instant first, boolean whole) {
    var read = new HashMap<StatementKey, DigestRow>();
    rows.forEach(
        (key, counters) ->
            read.put(
                key,
                new DigestRow(
                    counters,
                    Optional.of(first),
                    Optional.of(NOON.plusSeconds(second)),
                    0,
                    -1,
                    -1)));
    return new Digests(
        NOON.plusSeconds(second),
        second * 1_000_000_000L,
        uptimeS,
        0,
        read,
        whole,
        Duration.ZERO,
        Optional.empty());
  }

  private static TopWindow window(String name, Map<StatementKey, Counters> rows, int seconds) {
    return TopWindow.of(
        ref(name),
        new Slice(
            NOON, NOON.plusSeconds(seconds), Duration.ofSeconds(seconds), rows, Counters.ZERO, 0),
        key -> TopWindow.Seen.NOTHING,
        List.of());
  }

  @Test
  void loadIsTheBusySessionsOnAverage() {
    TopWindow window =
        window("a", Map.of(READ, counters(100, 30_000_000), WRITE, counters(5, 10_000_000)), 10);
    assertThat(window.load()).isEqualTo(4.0);
    TopRow top = window.rows().getFirst();
    assertThat(top.key()).isEqualTo(READ);
    assertThat(top.load()).isEqualTo(3.0);
    assertThat(top.share()).isEqualTo(0.75);
    assertThat(top.countPerS()).isEqualTo(10.0);
    assertThat(top.avgUs()).isEqualTo(300_000.0);
    assertThat(top.examinedPerSent()).isEqualTo(10.0);
    assertThat(window.top(Order.AVG, 1).getFirst().key()).isEqualTo(WRITE);
  }

  @Test
  void instancesAreMergedByDigestAndTheirLoadsAddUp() {
    TopWindow merged =
        TopWindow.merged(
            List.of(
                window("a", Map.of(READ, counters(10, 5_000_000)), 10),
                window(
                    "b",
                    Map.of(READ, counters(20, 5_000_000), WRITE, counters(1, 10_000_000)),
                    10)));
    assertThat(merged.instances()).hasSize(2);
    assertThat(merged.load()).isEqualTo(2.0);
    TopRow read =
        merged.rows().stream().filter(row -> row.key().equals(READ)).findFirst().orElseThrow();
    assertThat(read.counters().count()).isEqualTo(30);
    assertThat(read.share()).isEqualTo(0.5);
  }

  @Test
  void aRestartIsAGapAndNeverANegative() {
    var ledger = new Ledger();
    ledger.enter(look(0, 1_000, Map.of(READ, counters(100, 1_000))));
    var entry = ledger.enter(look(10, 3, Map.of(READ, counters(200, 2_000))));
    assertThat(entry).isInstanceOf(Ledger.Entry.Gap.class);
    assertThat(((Ledger.Entry.Gap) entry).why()).contains("restarted");
  }

  @Test
  void anEmptiedTableIsAGapEvenWhereTheNewCountIsLarger() {
    var ledger = new Ledger();
    ledger.enter(look(0, 1_000, Map.of(READ, counters(100, 1_000))));
    var entry =
        ledger.enter(
            look(10, 1_010, Map.of(READ, counters(200, 2_000)), NOON.plusSeconds(5), false));
    assertThat(entry).isInstanceOf(Ledger.Entry.Gap.class);
  }

  @Test
  void aStatementThatLeavesAWholeLookWasTruncatedAway() {
    var ledger = new Ledger();
    ledger.enter(look(0, 1_000, Map.of(READ, counters(100, 1_000))));
    assertThat(ledger.enter(look(10, 1_010, Map.of(WRITE, counters(1, 1)))))
        .isInstanceOf(Ledger.Entry.Gap.class);
  }

  @Test
  void whatDidNotRunIsNotInAFilteredLookAndStaysKnown() {
    var ledger = new Ledger();
    ledger.enter(look(0, 1_000, Map.of(READ, counters(100, 1_000), WRITE, counters(7, 70))));
    ledger.enter(look(10, 1_010, Map.of(WRITE, counters(8, 80)), NOON, false));
    var counted =
        (Ledger.Entry.Counted)
            ledger.enter(look(20, 1_020, Map.of(READ, counters(101, 1_010)), NOON, false));
    assertThat(counted.slice().rows()).containsOnlyKeys(READ);
    assertThat(counted.slice().rows().get(READ).count()).isEqualTo(1);
    assertThat(counted.fresh()).isEmpty();
    assertThat(counted.slice().length()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void twoWindowsTellWhatIsNewGoneAndDearer() {
    StatementKey gone = new StatementKey("shop", "cc");
    var changes =
        Changes.of(
            window("a", Map.of(READ, counters(10, 10_000_000), gone, counters(1, 2_000_000)), 10),
            window(
                "a", Map.of(READ, counters(30, 180_000_000), WRITE, counters(1, 60_000_000)), 60));
    assertThat(changes)
        .extracting(Changes.Change::key, Changes.Change::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(READ, Changes.Kind.MORE),
            org.assertj.core.groups.Tuple.tuple(WRITE, Changes.Kind.NEW),
            org.assertj.core.groups.Tuple.tuple(gone, Changes.Kind.GONE));
    assertThat(changes.getFirst().factor()).hasValue(3.0);
  }

  @Test
  void binnaclesOwnStatementsAreKnownByTheirMarkOrTheirName() {
    assertThat(
            new StatementText("SELECT `a` FROM `t`", "SELECT /* binnacle:pulse */ a FROM t").ours())
        .isTrue();
    assertThat(new StatementText("EXECUTE `binnacle_pulse_1` USING @?", "").ours()).isTrue();
    assertThat(new StatementText("EXECUTE binnacle_digests", "").ours()).isTrue();
    assertThat(new StatementText("SELECT `binnacle_x` FROM `t`", "").ours()).isFalse();
    assertThat(new StatementText("EXECUTE `stmt` /* binnacle */", "EXECUTE stmt").ours()).isFalse();
    TopWindow seen =
        window("a", Map.of(READ, counters(10, 4_000_000), WRITE, counters(1, 1_000_000)), 10)
            .with(Map.of(WRITE, new StatementText("EXECUTE `binnacle_pulse_1`", "")));
    assertThat(seen.ownLoad()).isEqualTo(0.1);
    TopWindow others = seen.withoutOurs();
    assertThat(others.rows()).extracting(TopRow::key).containsExactly(READ);
    assertThat(others.rows().getFirst().share()).as("of the whole load").isEqualTo(0.8);
  }
}
