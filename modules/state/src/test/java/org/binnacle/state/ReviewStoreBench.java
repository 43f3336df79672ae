package org.binnacle.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.binnacle.kernel.Settings;
import org.binnacle.review.Level;
import org.binnacle.review.history.Circumstances;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.history.Scope;
import org.binnacle.review.origin.Origins;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.statistics.Statistics;
import org.binnacle.review.statistics.Step;
import org.binnacle.sql.parse.Target;

/// Figures of the README: keeping a review of 1,000 files with 20,000 findings, again, and what the
/// statistics take. Run by `java -cp <test class path> org.binnacle.state.ReviewStoreBench`.
public final class ReviewStoreBench {
  private ReviewStoreBench() {}

  public static void main(String[] args) throws IOException {
    Path dir = Files.createTempDirectory("binnacle-bench");
    try (var database = StateDatabase.open(StateFolder.at(dir))) {
      var history = new ReviewHistory(new H2ReviewStore(database), new None(), Clock.systemUTC());
      var by =
          new Circumstances(
              KeptRun.Origin.COMMAND, RuleSet.SHIPPED, Target.DEFAULT, Origins.NOTHING);
      var report = new Report("binnacle", "default", "8.0.36", files());
      var one = new Report("binnacle", "default", "8.0.36", report.files().subList(7, 8));
      for (int i = 0; i < 5; i++) {
        long from = System.nanoTime();
        history.keep(report, by);
        from = told("keep 1,000 files, 20,000 findings", from);
        history.keep(one, by);
        from = told("keep one file of them", from);
        history.withLast(one.files().getFirst(), by);
        told("compare one file with its last run", from);
      }
      var statistics = history.statistics();
      for (int i = 0; i < 3; i++) {
        long from = System.nanoTime();
        statistics.topRules(Scope.ALL);
        from = told("top rules", from);
        statistics.trend(Scope.ALL, Statistics.Who.AUTHOR, Step.WEEK, ZoneOffset.UTC);
        from = told("trend", from);
        statistics.repeated(Scope.ALL, 50);
        told("repeated", from);
      }
    }
    System.out.printf(
        Locale.ROOT, "file: %.1f MB%n", Files.size(dir.resolve("binnacle.mv.db")) / 1e6);
  }

  private static List<FileReport> files() {
    var files = new ArrayList<FileReport>();
    for (int f = 0; f < 1_000; f++) {
      var statements = new ArrayList<StatementReport>();
      for (int s = 0; s < 10; s++) {
        var told = new ArrayList<Told>();
        for (int t = 0; t < 2; t++) {
          told.add(
              new Told(
                  "rule.r" + (s * 2 + t) % 15,
                  Level.WARNING,
                  "A message of the usual length that says what is there and what to do.",
                  Optional.empty(),
                  s + 1,
                  1,
                  s + 1,
                  20,
                  "table" + f + ".column" + s,
                  Told.State.OPEN));
        }
        String text = "ALTER TABLE table" + f + " ADD COLUMN column" + s + " int(11)";
        statements.add(
            new StatementReport(
                s + 1,
                s + 1,
                1,
                s * 60,
                "ddl",
                text,
                true,
                "%016x".formatted(text.hashCode()),
                told));
      }
      files.add(new FileReport("migrations/V" + f + ".sql", statements, List.of()));
    }
    return files;
  }

  private static long told(String what, long from) {
    long now = System.nanoTime();
    System.out.println(String.format(Locale.ROOT, "%-36s %8.1f ms", what, (now - from) / 1e6));
    return System.nanoTime();
  }

  private static final class None implements Settings {
    @Override
    public Optional<String> get(String key) {
      return Optional.empty();
    }

    @Override
    public void put(String key, String value) {}

    @Override
    public void remove(String key) {}

    @Override
    public Map<String, String> under(String prefix) {
      return new TreeMap<>();
    }
  }
}
