package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.binnacle.app.house.Build;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Level;
import org.binnacle.review.Review;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.live.LiveSchema;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSets;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle review`: SQL files, folders or standard input against a rule set, without a server, or
/// with one that is asked.
@Command(
    name = "review",
    description = {
      "Review SQL files: syntax as the server sees it, and rules over the schema as it will be.",
      "Exit code: 0 nothing at the threshold, 1 findings, 2 wrong usage or configuration,"
          + " 3 a rule or Binnacle failed."
    })
final class ReviewCommand implements Callable<Integer> {
  private static final int FOUND = 1;
  private static final int FAILED = 3;

  private final Call call;

  ReviewCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files, folders (their .sql files), or - for standard input.")
  List<String> paths = new ArrayList<>();

  @Option(
      names = "--rules",
      paramLabel = "FILE|NAME",
      description = "A rule set: default, strict, multi-active, legacy, or a YAML or TOML file.")
  String rules = "default";

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description =
          "DDL of the tables that are there: migrations, or what mysqldump --no-data wrote. May be repeated.")
  List<Path> schema = new ArrayList<>();

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "A snapshot of an instance's tables (JSON).")
  @Nullable Path snapshot;

  @Option(
      names = "--server-version",
      paramLabel = "V",
      description = "The server the scripts are for, such as 8.0.36, 8.4 or 5.7.44.")
  @Nullable String serverVersion;

  @Option(
      names = "--sql-mode",
      paramLabel = "M",
      description = "Its sql_mode (default: the version's own).")
  @Nullable String sqlMode;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif, html, markdown, csv, junit or github.")
  @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the report there; a summary goes to standard error.")
  @Nullable Path out;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "error, warning or notice (default: error).")
  String failOn = "error";

  @Option(names = "--baseline", paramLabel = "FILE", description = "Findings in it do not count.")
  @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write all findings there and succeed.")
  @Nullable Path writeBaseline;

  @Option(
      names = "--changed-since",
      paramLabel = "GITREF",
      description = "Only files that differ from this commit, or that git does not know.")
  @Nullable String changedSince;

  @Option(names = "--fix", description = "Write safe fixes into the files.")
  boolean fix;

  @Option(
      names = "--dry-run",
      description = "With --fix: print what would be changed as a diff, and change nothing.")
  boolean dryRun;

  @Option(
      names = "--keep",
      negatable = true,
      description =
          "Keep this run for review-stats (default, but where the variable CI is set), or not.")
  @Nullable Boolean keep;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "Who wrote it (default: git blame, or the script's line -- author: NAME).")
  @Nullable String author;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "What it is kept under (default: the git repository's folder).")
  @Nullable String project;

  @Option(names = "--list-rules", description = "List the rules of the rule set.")
  boolean listRules;

  @Option(
      names = "--explain-rule",
      paramLabel = "ID",
      description = "Tell of one rule: what, why, examples, parameters.")
  @Nullable String explainRule;

  @Option(names = "--print-config", description = "Print the rule set with all that it extends.")
  boolean printConfig;

  @Mixin ReviewOn live = new ReviewOn();

  @Override
  public Integer call() {
    try {
      return reviewed();
    } catch (Fault e) {
      throw e;
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(ReviewCommand.class).error("a bug of ours ended a review", e);
      call.tell("Binnacle failed, which is a bug of its own: " + e);
      return FAILED;
    }
  }

  private int reviewed() {
    Mouth mouth = mouth();
    Level limit = level();
    RuleSet set = RuleSets.of(rules);
    if (explainRule != null) {
      call.terminal().out().print(RulePages.page(explainRule, set));
      return 0;
    }
    if (listRules) {
      call.terminal().out().print(RulePages.list(set, call.json()));
      return 0;
    }
    if (printConfig) {
      call.terminal().out().print(RulePages.config(set));
      return 0;
    }
    if (dryRun && !fix) {
      throw new Fault(CliFaults.USAGE, "binnacle review: --dry-run is for --fix");
    }
    if (live.takeSnapshot != null) {
      return live.snapshot(call, out);
    }
    if (paths.isEmpty()) {
      throw new Fault(
          CliFaults.USAGE, "binnacle review: name files or folders, or - for standard input");
    }
    var files = new ReviewFiles(call, Optional.ofNullable(changedSince)).read(paths);
    Optional<LiveProbe> probe = live.probe(call);
    try {
      return reviewed(
          set, files, probe.map(p -> new Live(p, live.limits(), call.cancel())), mouth, limit);
    } finally {
      probe.ifPresent(LiveProbe::close);
    }
  }

  private int reviewed(
      RuleSet set, List<ReviewFiles.Source> files, Optional<Live> asked, Mouth mouth, Level limit) {
    Target target = target(set, asked);
    Optional<ReviewKeeping> keeping = keeping();
    var review = new Review(set, target, schema(target, files, asked), asked, call.cancel());
    var reports = new ArrayList<FileReport>();
    for (ReviewFiles.Source file : files) {
      reports.add(review.file(file.path(), file.text()));
    }
    if (fix) {
      new ReviewFixing(call, target, dryRun).fix(files, reports);
    }
    String tool = "binnacle " + Build.present().version();
    Report all = new Report(tool, set.name(), target.name(), reports, asked.map(LiveSource::of));
    Report report = baseline == null ? all : Baseline.read(baseline).on(all);
    int exit = told(report, mouth, limit);
    keeping.ifPresent(k -> k.keep(report, set, target, files));
    return exit;
  }

  /// Nothing where this run is not to be kept.
  private Optional<ReviewKeeping> keeping() {
    boolean wanted = keep == null ? call.environment().getOrDefault("CI", "").isEmpty() : keep;
    return wanted
        ? Optional.of(
            new ReviewKeeping(call, Optional.ofNullable(project), Optional.ofNullable(author)))
        : Optional.empty();
  }

  private int told(Report report, Mouth mouth, Level limit) {
    if (writeBaseline != null) {
      write(writeBaseline, Baseline.of(report));
    }
    String words = mouth.tell(report);
    if (dryRun && out == null) {
      call.tell(Mouth.summary(report));
    } else if (out == null) {
      call.terminal().out().print(words);
    } else {
      write(out, words.getBytes(StandardCharsets.UTF_8));
      call.tell(Mouth.summary(report));
    }
    if (report.ruleFailed()) {
      return FAILED;
    }
    return writeBaseline == null && report.reaches(limit) ? FOUND : 0;
  }

  private Mouth mouth() {
    String word = format == null ? (call.json() ? "json" : "text") : format;
    return Mouth.named(word)
        .orElseThrow(
            () ->
                new Fault(
                    CliFaults.USAGE,
                    "binnacle review: --format takes "
                        + Arrays.stream(Mouth.values())
                            .map(Mouth::word)
                            .collect(Collectors.joining(", "))));
  }

  private Level level() {
    return Level.named(failOn)
        .orElseThrow(
            () ->
                new Fault(
                    CliFaults.USAGE, "binnacle review: --fail-on takes error, warning, notice"));
  }

  /// The server's own version and sql_mode, where one is asked and nobody said otherwise.
  private Target target(RuleSet set, Optional<Live> asked) {
    String version =
        Optional.ofNullable(serverVersion)
            .or(() -> asked.map(a -> a.asked().version()))
            .or(set::server)
            .orElse(Target.DEFAULT.name());
    String mode =
        Optional.ofNullable(sqlMode)
            .or(() -> asked.map(a -> a.asked().sqlMode()))
            .or(set::sqlMode)
            .orElse("DEFAULT");
    return Target.of(version, mode).orElseThrow(() -> new Fault(ReviewFaults.BAD_VERSION, version));
  }

  private Schema schema(Target target, List<ReviewFiles.Source> files, Optional<Live> asked) {
    if (asked.isPresent() && snapshot == null && schema.isEmpty()) {
      return LiveSchema.of(
          asked.get(),
          files.stream().map(ReviewFiles.Source::text).toList(),
          live.database,
          target);
    }
    Schema given = given(target);
    given.use(live.database);
    return given;
  }

  private Schema given(Target target) {
    if (snapshot != null) {
      return SchemaReading.ofSnapshot(snapshot, target);
    }
    if (schema.isEmpty()) {
      return Schema.unknown();
    }
    Schema given = Schema.given();
    var parser = new SqlParser(target);
    for (Path file : schema) {
      String text = ReviewFiles.text(file);
      if (SchemaReading.add(given, text, parser) == 0) {
        throw new Fault(ReviewFaults.BAD_SCHEMA, file + ": it has no DDL");
      }
    }
    given.settle();
    return given;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_WRITE, file.toString(), e);
    }
  }
}
