package org.binnacle.diagnosis.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.SqlFaults;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryLambda")
final class JudgeTest {
  private static final Duration FIVE_S = Duration.ofSeconds(5);
  private static final Function<String, Optional<Instant>> NONE = term -> Optional.empty();
  private final Judge judge = new Judge(Thresholds.standard(), FIVE_S);
  private long second;

  private Health look(Signs signs) {
    Health health = judge.answered(signs.at(second).vitals(), NONE);
    second += 5;
    return health;
  }

  private Health fail(Fault fault) {
    Health health = judge.failed(fault, true, Signs.START.plusSeconds(second), NONE);
    second += 5;
    return health;
  }

  private void warm() {
    for (int i = 0; i < 30; i++) {
      look(new Signs());
    }
  }

  private static Fault fault(org.binnacle.kernel.FaultCode code) {
    return new Fault(code, "x");
  }

  private static void is(Health health, String term, Severity level, String words) {
    assertThat(health.finding(term)).as(term).isPresent();
    assertThat(health.finding(term).get().level()).as(term).isEqualTo(level);
    assertThat(health.finding(term).get().words()).contains(words);
    assertThat(health.severity()).isLessThanOrEqualTo(level);
  }

  @Test
  void aHealthyServerHasNoTermAndNoPoints() {
    warm();
    assertThat(look(new Signs())).isEqualTo(new Health(Severity.OK, 0, List.of()));
  }

  @Test
  void oneMissWarnsAndTheSecondIsDown() {
    look(new Signs());
    Health first = fail(fault(ConnectFaults.TIMEOUT));
    is(first, "unreachable", Severity.WARNING, "timed out");
    assertThat(first.severity()).isEqualTo(Severity.UNKNOWN);
    Health second = fail(fault(ConnectFaults.TIMEOUT));
    is(second, "unreachable", Severity.CRITICAL, "timed out");
    assertThat(second.score()).isEqualTo(100);
  }

  @Test
  void aRefusedLoginIsUnknownAndNeverDownOrGreen() {
    for (int i = 0; i < 5; i++) {
      Health health = fail(fault(ConnectFaults.DENIED));
      assertThat(health.severity()).isEqualTo(Severity.UNKNOWN);
      is(health, "unreachable", Severity.WARNING, "login denied");
    }
  }

  @Test
  void tooManyConnectionsByShareByRefusalAndByOurOwn() {
    is(look(new Signs().load(430, 500)), "connections", Severity.WARNING, "430 of 500");
    is(look(new Signs().load(490, 500)), "connections", Severity.CRITICAL, "490 of 500");
    var other = new Judge(Thresholds.standard(), FIVE_S);
    Health refusing =
        other.answered(new Signs().load(400, 500).rates(10, 0.2, 0, 0).vitals(), NONE);
    is(refusing, "connections", Severity.CRITICAL, "others are refused");
    assertThat(refusing.score()).isEqualTo(95);
    is(fail(fault(ConnectFaults.TOO_MANY)), "connections", Severity.CRITICAL, "1040");
  }

  @Test
  void aPileUpIsMeasuredAgainstWhatIsUsual() {
    warm();
    assertThat(look(new Signs().active(12)).finding("pile-up")).isEmpty();
    is(look(new Signs().active(20)), "pile-up", Severity.WARNING, "20 active, 5 is usual");
    is(look(new Signs().active(200)), "pile-up", Severity.CRITICAL, "200 active");
  }

  @Test
  void beforeMuchWasSeenAPileUpIsMeasuredAgainstAGuess() {
    is(look(new Signs().active(200)), "pile-up", Severity.CRITICAL, "8 is usual");
  }

  @Test
  void whatIsWrongDoesNotSoonBecomeUsual() {
    warm();
    for (int i = 0; i < 60; i++) {
      look(new Signs().active(200));
    }
    is(look(new Signs().active(200)), "pile-up", Severity.CRITICAL, "200 active");
  }

  @Test
  void fewerStatementsWithMoreAtWorkIsAStall() {
    warm();
    assertThat(look(new Signs().rates(100, 0, 0, 0)).finding("stall")).isEmpty();
    is(
        look(new Signs().rates(100, 0, 0, 0).active(30)),
        "stall",
        Severity.CRITICAL,
        "100 queries/s");
  }

  @Test
  void aLockWaitWarnsOnlyWhenItLastsAndTenAreCriticalAtOnce() {
    assertThat(look(new Signs().waits(1, 1)).finding("lock-waits")).isEmpty();
    is(look(new Signs().waits(1, 6)), "lock-waits", Severity.WARNING, "1 waits");
    is(
        look(new Signs().waits(41, 20).idle(372, 88213, "app")),
        "lock-waits",
        Severity.CRITICAL,
        "41 wait, oldest 20 s; #88213 idle in trx 6m12s");
    var other = new Judge(Thresholds.standard(), FIVE_S);
    is(
        other.answered(new Signs().waits(2, 31).vitals(), NONE),
        "lock-waits",
        Severity.CRITICAL,
        "oldest 31 s");
  }

  @Test
  void metadataLocksAreReadFromStates() {
    is(
        look(new Signs().busy("Waiting for table metadata lock", 6)),
        "metadata-locks",
        Severity.CRITICAL,
        "6 in");
  }

  @Test
  void writesMayRunHalfAsLongAsReadsAndReportsAsLongAsTheyLike() {
    assertThat(look(new Signs().running("app", 40, "SELECT 1")).finding("old-statement")).isEmpty();
    is(
        look(new Signs().running("app", 40, "UPDATE t")),
        "old-statement",
        Severity.WARNING,
        "UPDATE for 40 s: #9 of app");
    is(
        look(new Signs().running("app", 700, "select 1")),
        "old-statement",
        Severity.CRITICAL,
        "SELECT for 11m40s");
    var lenient = new Judge(Thresholds.standard().exempting(List.of("rep*")), FIVE_S);
    assertThat(
            lenient
                .answered(new Signs().running("reports", 9000, "select 1").vitals(), NONE)
                .severity())
        .isEqualTo(Severity.OK);
  }

  @Test
  void thresholdsThatChangeCountAtTheNextLook() {
    var limits = new AtomicReference<>(Thresholds.standard());
    var other = new Judge(limits::get, FIVE_S);
    assertThat(other.answered(new Signs().history(300_000).vitals(), NONE).findings()).isEmpty();
    limits.set(
        Thresholds.standard().with(ThresholdRules.parse("history=100k/1M").getFirst().limits()));
    is(
        other.answered(new Signs().at(5).history(300_000).vitals(), NONE),
        "history",
        Severity.WARNING,
        "300,000");
  }

  @Test
  void replicationThatStopsLagsOrFallsOutOfItsGroup() {
    is(
        look(new Signs().channel(true, false, -1, "Duplicate entry '7'")),
        "replication",
        Severity.CRITICAL,
        "applies nothing: Duplicate entry '7'");
    var lagging = new Judge(Thresholds.standard(), FIVE_S);
    is(
        lagging.answered(new Signs().channel(true, true, 60, "").vitals(), NONE),
        "replication",
        Severity.WARNING,
        "lags 60 s");
    var member = new Judge(Thresholds.standard(), FIVE_S);
    is(
        member.answered(new Signs().group(4).vitals(), NONE),
        "replication",
        Severity.CRITICAL,
        "in error");
  }

  @Test
  void historySlowLooksRestartsAndBadges() {
    is(look(new Signs().history(600_000)), "history", Severity.WARNING, "600,000");
    is(look(new Signs().took(700, true)), "slow-looks", Severity.CRITICAL, "throttled");
    is(fail(fault(SqlFaults.TIME_LIMIT)), "slow-looks", Severity.CRITICAL, "over a second");
    var at = Optional.of(Signs.START);
    var restarted = new Events(at, Optional.empty(), Optional.empty(), Optional.empty());
    var other = new Judge(Thresholds.standard(), FIVE_S);
    is(
        other.answered(new Signs().uptime(20).events(restarted).vitals(), NONE),
        "restart",
        Severity.WARNING,
        "20 s ago");
    var all = new Events(Optional.empty(), at, at, at);
    Health badges = other.answered(new Signs().at(5).events(all).vitals(), NONE);
    for (String term : List.of("deadlocks", "variables", "read-only")) {
      assertThat(badges.finding(term).orElseThrow().level()).isEqualTo(Severity.NOTICE);
    }
    assertThat(other.answered(new Signs().at(400).events(all).vitals(), NONE).finding("deadlocks"))
        .as("one clean look is not enough")
        .isPresent();
    assertThat(other.answered(new Signs().at(405).events(all).vitals(), NONE).finding("deadlocks"))
        .isEmpty();
  }

  @Test
  void recoveryClearsAfterTwoCleanLooksAnIntervalApart() {
    look(new Signs().waits(41, 20));
    assertThat(look(new Signs()).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(look(new Signs()).severity()).isEqualTo(Severity.OK);
  }

  @Test
  void cleanLooksASecondApartDoNotClearSooner() {
    look(new Signs().waits(41, 20));
    long from = second;
    for (int i = 0; i < 4; i++) {
      assertThat(judge.answered(new Signs().at(from + i).vitals(), NONE).severity())
          .isEqualTo(Severity.CRITICAL);
    }
    assertThat(judge.answered(new Signs().at(from + 4).vitals(), NONE).severity())
        .isEqualTo(Severity.OK);
  }

  @Test
  void theScoreIsTheWorstAndAFifthOfTheOthers() {
    Health health = look(new Signs().waits(41, 20).running("app", 40, "UPDATE t"));
    assertThat(health.score()).isEqualTo(90 + 6);
    assertThat(health.worst().orElseThrow().term()).isEqualTo("lock-waits");
  }

  @Test
  void anAcknowledgedTermIsToldAndDoesNotCount() {
    Health health =
        judge.answered(
            new Signs().waits(41, 20).running("app", 40, "UPDATE t").vitals(),
            term ->
                term.equals("lock-waits")
                    ? Optional.of(Signs.START.plusSeconds(600))
                    : Optional.empty());
    assertThat(health.severity()).isEqualTo(Severity.WARNING);
    assertThat(health.score()).isEqualTo(30);
    assertThat(health.finding("lock-waits").orElseThrow().silenced()).isTrue();
    assertThat(health.worst().orElseThrow().term()).isEqualTo("old-statement");
  }

  @Test
  void everyTermHasAnIdOfItsOwn() {
    assertThat(Judge.termIds()).doesNotHaveDuplicates().hasSizeGreaterThan(15);
  }
}
