package org.binnacle.diagnosis.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

/// Terms that are about rates, replication and clusters, and about who blocks.
@SuppressWarnings("UnnecessaryLambda")
final class JudgeTermsTest {
  private static final Duration FIVE_S = Duration.ofSeconds(5);
  private static final Function<String, Optional<Instant>> NONE = term -> Optional.empty();
  private final Judge judge = new Judge(Thresholds.standard(), FIVE_S);
  private long second;

  private Health look(Signs signs) {
    Health health = judge.answered(signs.at(second).vitals(), NONE);
    second += 5;
    return health;
  }

  private void warm() {
    for (int i = 0; i < 30; i++) {
      look(new Signs());
    }
  }

  private static void is(Health health, String term, Severity level, String words) {
    assertThat(health.finding(term)).as(term).isPresent();
    assertThat(health.finding(term).get().level()).as(term).isEqualTo(level);
    assertThat(health.finding(term).get().words()).contains(words);
    assertThat(health.severity()).isLessThanOrEqualTo(level);
  }

  private Health lasting(Signs signs) {
    Health health = look(signs);
    for (int i = 0; i < 5; i++) {
      health = look(signs);
    }
    return health;
  }

  @Test
  void aLagThatRisesIsANoticeBelowTheThreshold() {
    assertThat(look(new Signs().rising(6, 3)).finding("replication")).as("noise").isEmpty();
    Health rising = look(new Signs().rising(14, 9));
    is(rising, "replication", Severity.NOTICE, "replication lags 14 s and more each look");
    assertThat(rising.score()).isEqualTo(10);
    is(look(new Signs().rising(31, 17)), "replication", Severity.WARNING, "lags 31 s");
  }

  @Test
  void aMemberOfAGroupThatIsOfflineIsCriticalAndWithoutAGroupThereIsNoTerm() {
    assertThat(look(new Signs().group(0)).finding("replication")).isEmpty();
    assertThat(look(new Signs().group(1)).finding("replication")).isEmpty();
    is(look(new Signs().group(2)), "replication", Severity.WARNING, "recovering");
    is(look(new Signs().group(3)), "replication", Severity.CRITICAL, "offline");
  }

  @Test
  void aGaleraNodeIsJudgedByItsComponentThenByItsState() {
    assertThat(look(new Signs()).finding("galera")).as("no node").isEmpty();
    assertThat(look(new Signs().galera(4, true, true)).finding("galera")).isEmpty();
    is(look(new Signs().galera(2, true, true)), "galera", Severity.WARNING, "donor or desynced");
    is(look(new Signs().galera(4, true, false)), "galera", Severity.CRITICAL, "not ready");
    is(look(new Signs().galera(4, false, true)), "galera", Severity.CRITICAL, "primary component");
    Health lost =
        new Judge(Thresholds.standard(), FIVE_S)
            .answered(new Signs().galera(0, false, false).vitals(), NONE);
    is(lost, "galera", Severity.CRITICAL, "primary component");
    assertThat(lost.score()).isEqualTo(92);
    for (long state : new long[] {1, 3}) {
      is(
          new Judge(Thresholds.standard(), FIVE_S)
              .answered(new Signs().galera(state, true, true).vitals(), NONE),
          "galera",
          Severity.WARNING,
          "join");
    }
  }

  @Test
  void failedConnectsAreToldOnceTheyLastAndAreGoneAgain() {
    warm();
    double limit = Thresholds.standard().abortedPerS();
    Signs at = new Signs().rates(1000, 0, limit, 0);
    for (int i = 0; i < 6; i++) {
      assertThat(look(at).finding("aborted-connects")).as("the limit itself is fine").isEmpty();
    }
    Signs over = new Signs().rates(1000, 0, limit + 11, 0);
    assertThat(look(over).finding("aborted-connects")).as("one look is too short").isEmpty();
    Health health = look(over);
    for (int i = 0; i < 4; i++) {
      health = look(over);
    }
    String words = "%.0f failed connects/s".formatted(limit + 11);
    is(health, "aborted-connects", Severity.NOTICE, words);
    assertThat(health.findings()).as("it is the only one").hasSize(1);
    assertThat(health.score()).isPositive();
    look(new Signs());
    assertThat(look(new Signs()).finding("aborted-connects"))
        .as("two clean looks clear it")
        .isEmpty();
  }

  @Test
  void temporaryTablesOnDiskAreToldOnceTheyLastAndAreGoneAgain() {
    warm();
    double limit = Thresholds.standard().tmpDiskPerS();
    Signs at = new Signs().rates(1000, 0, 0, limit);
    for (int i = 0; i < 6; i++) {
      assertThat(look(at).finding("disk-tables")).as("the limit itself is fine").isEmpty();
    }
    Signs over = new Signs().rates(1000, 0, 0, limit + 11);
    assertThat(look(over).finding("disk-tables")).as("one look is too short").isEmpty();
    Health health = look(over);
    for (int i = 0; i < 4; i++) {
      health = look(over);
    }
    String words = "%.0f temporary tables on disk/s".formatted(limit + 11);
    is(health, "disk-tables", Severity.NOTICE, words);
    assertThat(health.findings()).as("it is the only one").hasSize(1);
    assertThat(health.score()).isPositive();
    look(new Signs());
    assertThat(look(new Signs()).finding("disk-tables")).as("two clean looks clear it").isEmpty();
  }

  @Test
  void theShippedLimitsAreFiveFailedConnectsAndFiftyTablesOnDiskASecond() {
    warm();
    assertThat(lasting(new Signs().rates(1000, 0, 5, 50)).findings()).isEmpty();
    is(
        lasting(new Signs().rates(1000, 0, 5.6, 50)),
        "aborted-connects",
        Severity.NOTICE,
        "6 failed connects/s");
    is(
        lasting(new Signs().rates(1000, 0, 0, 51)),
        "disk-tables",
        Severity.NOTICE,
        "51 temporary tables on disk/s");
    assertThat(lasting(new Signs().rates(1000, 0, 0, 51)).finding("aborted-connects")).isEmpty();
  }

  @Test
  void anIdleTransactionIsCriticalSoonerWhereItIsSeenToBlock() {
    is(look(new Signs().idle(70, 5, "app")), "idle-transaction", Severity.WARNING, "#5 of app");
    // Somebody waits, but nothing says that it is for this one.
    is(
        look(new Signs().waits(1, 2).idle(75, 5, "app")),
        "idle-transaction",
        Severity.WARNING,
        "75 s: #5 of app");
    // A younger one is what others wait for.
    is(
        look(new Signs().waits(1, 2).idle(80, 5, "app").blocker(62, 7, "web", 3)),
        "idle-transaction",
        Severity.CRITICAL,
        "62 s: #7 of web; 3 wait for it");
    var other = new Judge(Thresholds.standard(), FIVE_S);
    assertThat(
            other
                .answered(
                    new Signs().waits(1, 2).idle(20, 5, "app").blocker(20, 5, "app", 1).vitals(),
                    NONE)
                .finding("idle-transaction"))
        .as("a transaction of some seconds is how applications work")
        .isEmpty();
    is(
        other.answered(new Signs().idle(301, 5, "app").vitals(), NONE),
        "idle-transaction",
        Severity.CRITICAL,
        "#5 of app");
  }
}
