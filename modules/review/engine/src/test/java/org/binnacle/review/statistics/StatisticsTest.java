package org.binnacle.review.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.Level;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.Mark;
import org.binnacle.review.history.ReviewStore;
import org.binnacle.review.history.Scope;
import org.binnacle.review.history.Seen;
import org.binnacle.review.report.Told;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final Instant DAY = Instant.parse("2026-11-02T12:00:00Z"); // a Monday
  private final KeptLives store = new KeptLives();
  private final Statistics statistics = new Statistics(store);

  private static Instant day(int n) {
    return DAY.plus(Duration.ofDays(n));
  }

  private void life(
      String rule,
      String path,
      String author,
      Told.State state,
      int from,
      Optional<Integer> fixed) {
    var seen =
        new Seen(new Mark(rule, "print", "t"), Level.ERROR, "ddl", 1, 1, "words", author, state);
    store.lives.add(
        new Life(
            store.lives.size(),
            "shop",
            path,
            seen,
            day(from),
            day(fixed.map(f -> f - 1).orElse(from)),
            1,
            fixed.map(StatisticsTest::day)));
  }

  @Test
  void topRulesCountLivesAndLeaveTheBaselineOut() {
    life("a.x", "1.sql", "Ann", Told.State.OPEN, 0, Optional.empty());
    life("a.x", "2.sql", "Ann", Told.State.OPEN, 0, Optional.of(3));
    life("a.x", "2.sql", "Ben", Told.State.SUPPRESSED, 0, Optional.empty());
    life("b.y", "1.sql", "Ben", Told.State.OPEN, 0, Optional.empty());
    life("b.y", "1.sql", "Ben", Told.State.KNOWN, 0, Optional.empty());
    assertThat(statistics.topRules(Scope.ALL))
        .containsExactly(
            new RuleCount("a.x", Level.ERROR, 3, 1, 1, 1, 2, 0.75),
            new RuleCount("b.y", Level.ERROR, 1, 1, 0, 0, 1, 0.25));
    assertThat(statistics.suppressions(Scope.ALL))
        .singleElement()
        .satisfies(r -> assertThat(r.suppressionRate()).isEqualTo(1.0 / 3));
  }

  @Test
  void timeToFixIsTheMedianOfWhatWasFixed() {
    life("a.x", "1.sql", "", Told.State.OPEN, 0, Optional.of(1));
    life("a.x", "2.sql", "", Told.State.OPEN, 0, Optional.of(2));
    life("a.x", "3.sql", "", Told.State.OPEN, 0, Optional.of(10));
    life("a.x", "4.sql", "", Told.State.OPEN, 5, Optional.empty());
    life("a.x", "5.sql", "", Told.State.SUPPRESSED, 0, Optional.of(1));
    var times = statistics.timeToFix(Scope.ALL, day(9));
    assertThat(times)
        .containsExactly(
            new FixTime(
                "",
                3,
                Optional.of(Duration.ofDays(2)),
                Optional.of(Duration.ofDays(10)),
                1,
                Optional.of(Duration.ofDays(4))),
            new FixTime(
                "a.x",
                3,
                Optional.of(Duration.ofDays(2)),
                Optional.of(Duration.ofDays(10)),
                1,
                Optional.of(Duration.ofDays(4))));
  }

  @Test
  void whatComesBackOrIsInSeveralFilesIsRepeated() {
    life("a.x", "1.sql", "Ann", Told.State.OPEN, 0, Optional.of(2));
    life("a.x", "1.sql", "Ben", Told.State.OPEN, 4, Optional.empty());
    life("b.y", "1.sql", "Ann", Told.State.OPEN, 0, Optional.empty());
    life("b.y", "2.sql", "Ann", Told.State.OPEN, 0, Optional.empty());
    life("c.z", "1.sql", "Ann", Told.State.OPEN, 0, Optional.empty());
    var repeated = statistics.repeated(Scope.ALL, 10);
    assertThat(repeated).extracting(Repeated::rule).containsExactly("a.x", "b.y");
    assertThat(repeated.getFirst().returned()).isEqualTo(1);
    assertThat(repeated.getFirst().places()).isEqualTo(1);
    assertThat(repeated.getFirst().authors()).containsExactly("Ann", "Ben");
    assertThat(repeated.getFirst().words()).isEqualTo("words of print");
    assertThat(repeated.get(1).places()).isEqualTo(2);
  }

  @Test
  void aTrendCountsAFileOnceAWeekAndFindingsWhenTheyComeAndGo() {
    life("a.x", "1.sql", "Ann", Told.State.OPEN, 0, Optional.of(8));
    life("a.x", "1.sql", "Ann", Told.State.OPEN, 1, Optional.empty());
    store.shares.add(new ReviewStore.Share(day(0), "shop", "1.sql", "Ann", 40));
    store.shares.add(new ReviewStore.Share(day(1), "shop", "1.sql", "Ann", 50));
    store.shares.add(new ReviewStore.Share(day(8), "shop", "1.sql", "Ann", 60));
    var trend = statistics.trend(Scope.ALL, Statistics.Who.AUTHOR, Step.WEEK, ZoneOffset.UTC);
    assertThat(trend)
        .containsExactly(
            new TrendPoint(LocalDate.of(2026, 11, 2), "Ann", 50, 2, 2, 0),
            new TrendPoint(LocalDate.of(2026, 11, 9), "Ann", 60, 0, 0, 1));
    assertThat(trend.getFirst().foundPerHundred()).hasValue(4.0);
    assertThat(
            statistics.trend(
                Scope.ALL.since(day(5)), Statistics.Who.PROJECT, Step.WEEK, ZoneOffset.UTC))
        .extracting(TrendPoint::found)
        .containsOnly(0);
  }

  @Test
  void sheetsAreSafeCsv() {
    life("a.x", "1.sql", "=cmd()", Told.State.OPEN, 0, Optional.empty());
    store.shares.add(new ReviewStore.Share(day(0), "shop", "1.sql", "=cmd()", 3));
    var sheet =
        Sheets.trend(
            statistics.trend(Scope.ALL, Statistics.Who.AUTHOR, Step.DAY, ZoneOffset.UTC),
            Statistics.Who.AUTHOR);
    assertThat(sheet.csv())
        .isEqualTo(
            """
            from,author,statements,found,errors,fixed,foundPerHundred
            2026-11-02,'=cmd(),3,1,1,0,33.333
            """);
    List<Integer> numeric = new ArrayList<>();
    for (int i = 0; i < sheet.columns().size(); i++) {
      if (sheet.isNumeric(i)) {
        numeric.add(i);
      }
    }
    assertThat(numeric).containsExactly(2, 3, 4, 5, 6);
  }
}
