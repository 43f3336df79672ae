package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.app.house.Build;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Review;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
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

  @Mixin ReviewBy by = new ReviewBy();
  @Mixin ReviewOutput output = new ReviewOutput();
  @Mixin ReviewKept kept = new ReviewKept();
  @Mixin ReviewPages pages = new ReviewPages();
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
    output.check(call);
    Optional<String> page = pages.page(by::ruleSet, call.json());
    if (page.isPresent()) {
      call.terminal().out().print(page.get());
      return 0;
    }
    if (dryRun && !fix) {
      throw new Fault(CliFaults.USAGE, "binnacle review: --dry-run is for --fix");
    }
    if (live.takeSnapshot != null) {
      return live.snapshot(call, output.out);
    }
    RuleSet set = by.ruleSet();
    if (paths.isEmpty()) {
      throw new Fault(
          CliFaults.USAGE, "binnacle review: name files or folders, or - for standard input");
    }
    var files = new ReviewFiles(call, Optional.ofNullable(changedSince)).read(paths);
    Optional<LiveProbe> probe = live.probe(call);
    try {
      return reviewed(set, files, probe.map(p -> new Live(p, live.limits(), call.cancel())));
    } finally {
      probe.ifPresent(LiveProbe::close);
    }
  }

  private int reviewed(RuleSet set, List<ReviewFiles.Source> files, Optional<Live> asked) {
    Target target = by.target(set, asked);
    Optional<ReviewKeeping> keeping = kept.keeping(call);
    var review =
        new Review(
            set, target, by.schema(target, files, asked, live.database), asked, call.cancel());
    var reports = new ArrayList<FileReport>();
    for (ReviewFiles.Source file : files) {
      reports.add(review.file(file.path(), file.text()));
    }
    if (fix) {
      new ReviewFixing(call, target, dryRun).fix(files, reports);
    }
    String tool = "binnacle " + Build.present().version();
    Report report =
        output.known(
            new Report(tool, set.name(), target.name(), reports, asked.map(LiveSource::of)));
    int exit = output.told(call, report, dryRun);
    keeping.ifPresent(k -> k.keep(report, set, target, files));
    return exit;
  }
}
