package org.binnacle.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.Review;
import org.binnacle.review.history.Circumstances;
import org.binnacle.review.history.Compared;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.history.Scope;
import org.binnacle.review.origin.Origins;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSets;
import org.binnacle.review.statistics.Statistics;
import org.binnacle.review.statistics.Step;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewStoreTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00.123456789Z");
  private static final String TWO =
      "CREATE TABLE a (x int);\nCREATE TABLE b (id int(11) PRIMARY KEY, d double(5,2));\n";
  private static final String ONE =
      "CREATE TABLE a (x int PRIMARY KEY);\nCREATE TABLE b (id int(11) PRIMARY KEY, d double(5,2));\n";
  @TempDir Path dir;
  private final Ticking clock = new Ticking();
  private StateDatabase database;
  private H2Settings settings;
  private ReviewHistory history;

  @BeforeEach
  void open() {
    database = StateDatabase.open(StateFolder.at(dir));
    settings = new H2Settings(database);
    history = new ReviewHistory(new H2ReviewStore(database), settings, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// Every look is an hour later.
  private static final class Ticking extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofHours(1));
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// Even lines are Ann's, odd ones Ben's.
  private record Team(String name) implements Origins {
    @Override
    public String project(String path) {
      return name;
    }

    @Override
    public String path(String path) {
      return path;
    }

    @Override
    public String author(String path, int line) {
      return line % 2 == 0 ? "Ann" : "Ben";
    }
  }

  private static Circumstances by(RuleSet set) {
    return new Circumstances(KeptRun.Origin.COMMAND, set, Target.DEFAULT, new Team("shop"));
  }

  private static FileReport reviewed(String path, String script, RuleSet set) {
    return new Review(set, Target.DEFAULT, Schema.unknown(), Cancel.never()).file(path, script);
  }

  private KeptRun keep(String path, String script, RuleSet set) {
    var report = new Report("binnacle", set.name(), "8.0.36", List.of(reviewed(path, script, set)));
    return history.keep(report, by(set)).getFirst();
  }

  private KeptRun keep(String script) {
    return keep("v1.sql", script, RuleSet.SHIPPED);
  }

  private List<Life> of(String rule) {
    var all = new java.util.ArrayList<Life>();
    new H2ReviewStore(database).lives(Scope.ALL.rule(rule), all::add);
    return all;
  }

  @Test
  void aFindingLivesUntilARunDoesNotSeeItAnyMore() {
    KeptRun first = keep(TWO);
    assertThat(first.totals().statements()).isEqualTo(2);
    assertThat(first.totals().errors()).isPositive();
    keep(TWO);
    KeptRun third = keep(ONE);
    assertThat(of("table.require-pk"))
        .singleElement()
        .satisfies(
            life -> {
              assertThat(life.times()).isEqualTo(2);
              assertThat(life.seen().author()).isEqualTo("Ben");
              assertThat(life.seen().mark().object()).isEqualTo("a");
              assertThat(life.first()).isEqualTo(first.at());
              assertThat(life.fixed()).contains(third.at());
              assertThat(life.length()).contains(Duration.ofHours(2));
            });
    assertThat(of("column.*")).isNotEmpty().allMatch(life -> life.fixed().isEmpty());
    KeptRun fourth = keep(TWO);
    assertThat(of("table.require-pk")).hasSize(2);
    assertThat(history.statistics().repeated(Scope.ALL, 9))
        .filteredOn(r -> r.rule().equals("table.require-pk"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.returned()).isEqualTo(1);
              assertThat(r.words()).startsWith("CREATE TABLE `a`");
            });
    assertThat(history.runs(Scope.ALL, 9).getFirst()).isEqualTo(fourth);
    assertThat(history.run(first.id())).contains(first);
    assertThat(history.paths(first.id())).containsExactly("v1.sql");
    assertThat(history.projects()).containsExactly("shop");
  }

  @Test
  void aRunsFindingsAreThoseItSaw() {
    KeptRun first = keep(TWO);
    KeptRun second = keep(ONE);
    long open = reviewed("v1.sql", TWO, RuleSet.SHIPPED).all().count();
    assertThat(history.seen(first.id(), "v1.sql")).hasSize((int) open);
    assertThat(history.seen(second.id(), "v1.sql"))
        .extracting(Life::rule)
        .doesNotContain("table.require-pk")
        .isNotEmpty();
    assertThat(history.seen(second.id(), "other.sql")).isEmpty();
  }

  @Test
  void aFileIsComparedWithTheRunBefore() {
    var by = by(RuleSet.SHIPPED);
    FileReport now = reviewed("v1.sql", TWO, RuleSet.SHIPPED);
    assertThat(history.withLast(now, by).before()).isEmpty();
    assertThat(history.withLast(now, by).count(Compared.Change.NEW)).isEqualTo(now.open().count());
    KeptRun run = keep(TWO);
    assertThat(history.withLast(now, by).before()).contains(run);
    assertThat(history.withLast(now, by).count(Compared.Change.SAME)).isEqualTo(now.open().count());

    FileReport better =
        reviewed("v1.sql", "\n\n" + ONE + "CREATE TABLE c (x int);\n", RuleSet.SHIPPED);
    Compared compared = history.withLast(better, by);
    assertThat(compared.of(Compared.Change.FIXED))
        .extracting(one -> one.seen().mark().rule() + " " + one.seen().mark().object())
        .containsExactly("table.require-pk a");
    assertThat(compared.of(Compared.Change.NEW))
        .extracting(one -> one.seen().mark().object())
        .contains("c");
    assertThat(compared.of(Compared.Change.NEW)).allMatch(one -> one.told().isPresent());

    String hushed =
        TWO.replace("CREATE TABLE a", "CREATE /* review:ignore table.require-pk x */ TABLE a");
    assertThat(
            history
                .withLast(reviewed("v1.sql", hushed, RuleSet.SHIPPED), by)
                .of(Compared.Change.HUSHED))
        .extracting(one -> one.seen().mark().rule())
        .containsExactly("table.require-pk");
  }

  @Test
  void whatAnotherRuleSetDoesNotLookForIsNotFixed() {
    RuleSet strict = RuleSets.of("strict");
    keep("v1.sql", TWO, strict);
    long before = count(false);
    keep("v1.sql", TWO, RuleSet.SHIPPED);
    assertThat(count(true)).isZero();
    assertThat(count(false)).isEqualTo(before);
    assertThat(strict.hash()).isNotEqualTo(RuleSet.SHIPPED.hash()).hasSize(16);
    assertThat(RuleSets.of("default").hash()).isEqualTo(RuleSet.SHIPPED.hash());
  }

  private long count(boolean fixed) {
    var all = new java.util.ArrayList<Life>();
    new H2ReviewStore(database).lives(Scope.ALL, all::add);
    return all.stream().filter(life -> life.fixed().isPresent() == fixed).count();
  }

  @Test
  void scopesChooseByTimeProjectAuthorAndRule() {
    keep("v1.sql", TWO, RuleSet.SHIPPED);
    KeptRun second = keep("v2.sql", TWO, RuleSet.SHIPPED);
    var statistics = history.statistics();
    int all = found(Scope.ALL);
    assertThat(found(Scope.ALL.since(second.at()))).isEqualTo(all / 2);
    assertThat(found(Scope.ALL.project("nothing"))).isZero();
    assertThat(found(Scope.ALL.author("ben")) + found(Scope.ALL.author("ANN"))).isEqualTo(all);
    assertThat(statistics.topRules(Scope.ALL.rule("table.require-pk"))).hasSize(1);
    assertThat(
            statistics.trend(Scope.ALL, Statistics.Who.AUTHOR, Step.MONTH, ZoneOffset.UTC).stream()
                .mapToInt(p -> p.statements())
                .sum())
        .isEqualTo(4);
    assertThat(history.runs(Scope.ALL.since(second.at()), 9)).containsExactly(second);
  }

  private int found(Scope scope) {
    return history.statistics().topRules(scope).stream().mapToInt(r -> r.found()).sum();
  }

  @Test
  void authorsAndProjectsCanBeForgotten() {
    keep(TWO);
    history.forgetAuthors();
    keep("v2.sql", TWO, RuleSet.SHIPPED);
    assertThat(of("table.*")).isNotEmpty().allMatch(life -> life.seen().author().isEmpty());
    assertThat(
            history.statistics().trend(Scope.ALL, Statistics.Who.AUTHOR, Step.DAY, ZoneOffset.UTC))
        .allMatch(p -> p.name().isEmpty());
    history.forgetProject("shop");
    assertThat(history.runs(Scope.ALL, 9)).isEmpty();
    assertThat(of("table.*")).isEmpty();
    assertThat(history.projects()).isEmpty();
  }

  @Test
  void oldRunsAreLetGo() {
    settings.put(ReviewHistory.KEEP_DAYS, "1");
    KeptRun old = keep("old.sql", TWO, RuleSet.SHIPPED);
    for (int i = 0; i < 30; i++) {
      keep("new.sql", ONE, RuleSet.SHIPPED);
    }
    assertThat(history.run(old.id())).isEmpty();
    assertThat(of("table.require-pk")).isEmpty();
    assertThat(history.runs(Scope.ALL, 99)).hasSizeBetween(20, 26);
  }

  @Test
  void standardInputIsKeptAndNeverFixed() {
    keep("-", TWO, RuleSet.SHIPPED);
    keep("-", "SELECT 1", RuleSet.SHIPPED);
    assertThat(of("table.require-pk"))
        .singleElement()
        .satisfies(life -> assertThat(life.fixed()).isEmpty());
  }

  @Test
  void thousandsOfFilesAndFindingsAreKept() {
    var files = new java.util.ArrayList<FileReport>();
    FileReport one = reviewed("one.sql", TWO.repeat(3), RuleSet.SHIPPED);
    for (int i = 0; i < 120; i++) {
      files.add(new FileReport("m/" + i + ".sql", one.statements(), one.notRun()));
    }
    var report = new Report("binnacle", "default", "8.0.36", files);
    history.keep(report, by(RuleSet.SHIPPED));
    KeptRun again = history.keep(report, by(RuleSet.SHIPPED)).getFirst();
    assertThat(of("table.require-pk")).hasSize(360).allMatch(life -> life.times() == 2);
    assertThat(history.paths(again.id())).hasSize(120);
    assertThat(history.seen(again.id(), "m/7.sql")).hasSize((int) files.get(7).all().count());
    assertThat(files.getFirst().all().map(Told::state)).isNotEmpty();
  }

  @Test
  void numbersAreReadBackAsPacked() {
    var random = new Random(7);
    for (int size : new int[] {0, 1, 2, 500}) {
      long[] numbers = random.longs(size, 1, 5_000_000_000L).distinct().sorted().toArray();
      assertThat(Numbers.unpack(Numbers.pack(numbers))).isEqualTo(numbers);
    }
  }
}
