package org.binnacle.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.kernel.Fault;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.history.Scope;
import org.binnacle.review.statistics.Sheet;
import org.binnacle.review.statistics.Sheets;
import org.binnacle.review.statistics.Statistics;
import org.binnacle.review.statistics.Step;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `binnacle review-stats`: figures over the reviews that were kept.
@Command(
    name = "review-stats",
    description = {
      "Statistics of kept reviews: top rules, trends, what comes again, how long it stays.",
      "A finding counts once, however many runs saw it."
    })
final class ReviewStatsCommand {
  private static final String EMPTY =
      "Nothing kept in this time. binnacle review keeps its runs; --since all looks further back.";

  private ReviewStatsCommand() {}

  static CommandLine with(Call call) {
    return new CommandLine(new ReviewStatsCommand())
        .addSubcommand("top-rules", new TopRules(call))
        .addSubcommand("trend", new Trend(call))
        .addSubcommand("repeated", new Again(call))
        .addSubcommand("time-to-fix", new TimeToFix(call))
        .addSubcommand("suppressions", new Suppressions(call))
        .addSubcommand("runs", new Runs(call))
        .addSubcommand("forget", new Forget(call));
  }

  private static int limit(int limit) {
    if (limit < 1) {
      throw new Fault(
          CliFaults.USAGE, "binnacle review-stats: --limit takes 1 or more, not " + limit);
    }
    return limit;
  }

  private static Sheet first(Sheet sheet, int limit) {
    return new Sheet(
        sheet.name(),
        sheet.columns(),
        sheet.rows().subList(0, Math.min(limit, sheet.rows().size())));
  }

  /// `binnacle review-stats top-rules`.
  @Command(name = "top-rules", description = "Rules by how much they find.")
  static final class TopRules implements Callable<Integer> {
    private final Call call;
    @Mixin ScopeOptions scope = new ScopeOptions();

    @Option(names = "--csv", description = "Print CSV.")
    boolean csv;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    int limit = 50;

    TopRules(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      limit(limit);
      var rules = call.house().reviews().statistics().topRules(scope.scope());
      SheetOutput.tell(call, first(Sheets.topRules(rules), limit), csv, EMPTY);
      return 0;
    }
  }

  /// `binnacle review-stats trend`.
  @Command(
      name = "trend",
      description = "What came new and what was fixed, by author or project, over time.")
  static final class Trend implements Callable<Integer> {
    private static final Duration DAYS = Duration.ofDays(15);
    private static final Duration WEEKS = Duration.ofDays(200);

    private final Call call;
    @Mixin ScopeOptions scope = new ScopeOptions();

    @Option(names = "--csv", description = "Print CSV.")
    boolean csv;

    @Option(
        names = "--by",
        paramLabel = "WHOM",
        description = "author or project (default: project).")
    Statistics.Who by = Statistics.Who.PROJECT;

    @Option(
        names = "--step",
        paramLabel = "STEP",
        description = "day, week or month (default: as fits the time).")
    @Nullable Step step;

    Trend(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      Scope asked = scope.scope();
      var points =
          call.house()
              .reviews()
              .statistics()
              .trend(asked, by, step == null ? fitting(asked) : step, ZoneId.systemDefault());
      SheetOutput.tell(call, Sheets.trend(points, by), csv, EMPTY);
      return 0;
    }

    private static Step fitting(Scope scope) {
      Duration time =
          Duration.between(scope.since().orElse(Instant.EPOCH), Clock.systemUTC().instant());
      return time.compareTo(DAYS) < 0
          ? Step.DAY
          : time.compareTo(WEEKS) < 0 ? Step.WEEK : Step.MONTH;
    }
  }

  /// `binnacle review-stats repeated`.
  @Command(
      name = "repeated",
      description = "Findings of the same statement in several files, or back after a fix.")
  static final class Again implements Callable<Integer> {
    private final Call call;
    @Mixin ScopeOptions scope = new ScopeOptions();

    @Option(names = "--csv", description = "Print CSV.")
    boolean csv;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    int limit = 50;

    Again(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      var all = call.house().reviews().statistics().repeated(scope.scope(), limit(limit));
      SheetOutput.tell(call, Sheets.repeated(all), csv, "Nothing is repeated in this time.");
      return 0;
    }
  }

  /// `binnacle review-stats time-to-fix`.
  @Command(
      name = "time-to-fix",
      description = "How long findings stay, from the first run that saw one to the first without.")
  static final class TimeToFix implements Callable<Integer> {
    private final Call call;
    @Mixin ScopeOptions scope = new ScopeOptions();

    @Option(names = "--csv", description = "Print CSV.")
    boolean csv;

    TimeToFix(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      var times =
          call.house().reviews().statistics().timeToFix(scope.scope(), Clock.systemUTC().instant());
      SheetOutput.tell(call, Sheets.timeToFix(times), csv, EMPTY);
      return 0;
    }
  }

  /// `binnacle review-stats suppressions`.
  @Command(
      name = "suppressions",
      description = "Rules by how many of their findings are suppressed: a sign of false alarms.")
  static final class Suppressions implements Callable<Integer> {
    private final Call call;
    @Mixin ScopeOptions scope = new ScopeOptions();

    @Option(names = "--csv", description = "Print CSV.")
    boolean csv;

    Suppressions(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      var rules = call.house().reviews().statistics().suppressions(scope.scope());
      SheetOutput.tell(
          call, Sheets.suppressions(rules), csv, "Nothing is suppressed in this time.");
      return 0;
    }
  }

  /// `binnacle review-stats runs`.
  @Command(name = "runs", description = "List kept runs, the newest first.")
  static final class Runs implements Callable<Integer> {
    private final Call call;
    @Mixin ScopeOptions scope = new ScopeOptions();

    @Option(names = "--csv", description = "Print CSV.")
    boolean csv;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    int limit = 50;

    Runs(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      Sheet sheet = Sheets.runs(call.house().reviews().runs(scope.scope(), limit(limit)));
      SheetOutput.tell(call, sheet, csv, EMPTY);
      return 0;
    }
  }

  /// `binnacle review-stats forget`.
  @Command(
      name = "forget",
      description = "Remove what is kept of a project, or all authors' names from now on.")
  static final class Forget implements Callable<Integer> {
    private final Call call;

    @Option(names = "--project", paramLabel = "NAME", description = "Remove all of this project.")
    @Nullable String project;

    @Option(names = "--authors", description = "Remove all authors, and keep none from now on.")
    boolean authors;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    Forget(Call call) {
      this.call = call;
    }

    @Override
    public Integer call() {
      String name = project;
      if ((name == null) == !authors) {
        throw new Fault(
            CliFaults.USAGE, "binnacle review-stats forget: say --project NAME or --authors");
      }
      ReviewHistory reviews = call.house().reviews();
      if (name != null && !reviews.projects().contains(name)) {
        throw new Fault(
            CliFaults.USAGE,
            "binnacle review-stats forget: nothing is kept of a project named " + name);
      }
      if (!yes) {
        call.agreed(
            name == null
                ? "Remove the names of all authors?"
                : "Remove all reviews of " + name + "?",
            "removed");
      }
      if (name == null) {
        reviews.forgetAuthors();
      } else {
        reviews.forgetProject(name);
      }
      if (call.json()) {
        call.document(Map.of("forgotten", name == null ? "authors" : name));
      } else {
        call.say(
            name == null ? "Authors are removed and no longer kept." : "Removed " + name + ".");
      }
      return 0;
    }
  }
}
