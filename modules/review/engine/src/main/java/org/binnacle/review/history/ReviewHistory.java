package org.binnacle.review.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.binnacle.kernel.Settings;
import org.binnacle.review.origin.Origins;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.review.statistics.Statistics;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.parse.Target;

/// The door to the runs that are kept. Safe for use by many threads where its store is.
public final class ReviewHistory {
  /// `off`: no author is kept.
  public static final String AUTHORS = "review.authors";

  /// How many days runs stay; 400 where it says nothing.
  public static final String KEEP_DAYS = "review.keep-days";

  /// Of a file with more findings the first are kept.
  static final int MOST = 10_000;

  private static final int STANDARD_DAYS = 400;

  private final ReviewStore store;
  private final Settings settings;
  private final Clock clock;

  public ReviewHistory(ReviewStore store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /// Keeps a report: a run for each project that its files are of.
  ///
  /// @return the runs, in the order of their first files
  public List<KeptRun> keep(Report report, Circumstances by) {
    Instant now = clock.instant();
    var projects = new LinkedHashMap<String, List<FileReport>>();
    for (FileReport file : report.files()) {
      projects.computeIfAbsent(by.origins().project(file.path()), p -> new ArrayList<>()).add(file);
    }
    var runs = new ArrayList<KeptRun>();
    projects.forEach(
        (project, files) -> {
          var totals = KeptRun.Totals.NONE;
          var looks = new ArrayList<Look>();
          for (FileReport file : files) {
            totals = totals.and(file);
            looks.add(look(file, by));
          }
          var run =
              new KeptRun(
                  UUID.randomUUID(),
                  now,
                  project,
                  by.origin(),
                  report.ruleSet(),
                  by.set().hash(),
                  report.server(),
                  totals);
          store.keep(run, looks);
          runs.add(run);
        });
    store.prune(now.minus(Duration.ofDays(days())));
    return runs;
  }

  private int days() {
    try {
      return Math.max(1, Integer.parseInt(settings.get(KEEP_DAYS).orElse("").strip()));
    } catch (NumberFormatException e) {
      return STANDARD_DAYS;
    }
  }

  private boolean keepsAuthors() {
    return !settings.get(AUTHORS).orElse("on").strip().equalsIgnoreCase("off");
  }

  private Look look(FileReport file, Circumstances by) {
    Origins origins = keepsAuthors() ? by.origins() : by.origins().withoutAuthors();
    var shares = new TreeMap<String, Integer>();
    var words = new TreeMap<String, String>();
    for (StatementReport s : file.statements()) {
      shares.merge(origins.author(file.path(), s.line()), 1, Integer::sum);
      if (!s.fingerprint().isEmpty()) {
        words.computeIfAbsent(s.fingerprint(), print -> words(s, by.target()));
      }
    }
    List<Seen> seen = seen(file, origins);
    return new Look(
        by.origins().path(file.path()),
        shares,
        seen.subList(0, Math.min(MOST, seen.size())),
        words,
        file.path().equals("-") ? rule -> false : ran(file, by));
  }

  private static String words(StatementReport s, Target target) {
    return Fingerprint.of(s.text(), target.modes(), target.dialect()).text();
  }

  private static List<Seen> seen(FileReport file, Origins origins) {
    var seen = new ArrayList<Seen>();
    for (StatementReport s : file.statements()) {
      for (Told told : s.findings()) {
        seen.add(Seen.of(s, told, origins.author(file.path(), told.line())));
      }
    }
    return seen;
  }

  /// Which rules looked at a file: a finding of another one is not fixed by not being there.
  private static Predicate<String> ran(FileReport file, Circumstances by) {
    return new Ran(file, by.set(), by.target());
  }

  /// The newest run that looked at a file.
  ///
  /// @param path as a report has it
  public Optional<KeptRun> last(String path, Origins origins) {
    return store.last(origins.project(path), origins.path(path));
  }

  /// What the newest run that looked at a file found there, those that a comment suppressed left
  /// out.
  ///
  /// @param path as a report has it
  public Optional<List<Kept>> lastFound(String path, Origins origins) {
    return last(path, origins)
        .map(
            run ->
                store.seen(run.id(), origins.path(path)).stream()
                    .map(Life::seen)
                    .filter(seen -> seen.state() != Told.State.SUPPRESSED)
                    .map(
                        seen ->
                            new Kept(
                                seen.mark().rule(),
                                seen.mark().fingerprint(),
                                seen.mark().object(),
                                path,
                                seen.message()))
                    .toList());
  }

  public Optional<KeptRun> run(UUID id) {
    return store.run(id);
  }

  public List<KeptRun> runs(Scope scope, int limit) {
    return store.runs(scope, limit);
  }

  public List<String> paths(UUID run) {
    return store.paths(run);
  }

  /// What a run saw in a file, by its path in the project.
  public List<Life> seen(UUID run, String path) {
    return store.seen(run, path);
  }

  /// A file beside the newest run that looked at it. To be asked before the report itself is kept.
  public Compared withLast(FileReport file, Circumstances by) {
    return with(last(file.path(), by.origins()), file, by);
  }

  /// A file beside one run.
  public Compared with(Optional<KeptRun> before, FileReport file, Circumstances by) {
    String path = by.origins().path(file.path());
    List<Seen> then =
        before
            .map(run -> store.seen(run.id(), path).stream().map(Life::seen).toList())
            .orElse(List.of());
    List<Told> told =
        file.statements().stream().flatMap((StatementReport s) -> s.findings().stream()).toList();
    return Compared.of(before, then, seen(file, by.origins()), told, ran(file, by));
  }

  public Statistics statistics() {
    return new Statistics(store);
  }

  public Map<String, String> words(List<String> fingerprints) {
    return store.words(fingerprints);
  }

  public List<String> projects() {
    return store.projects();
  }

  /// Keeps no authors from now on, and takes out those that were kept.
  public void forgetAuthors() {
    settings.put(AUTHORS, "off");
    store.forgetAuthors();
  }

  public void forgetProject(String project) {
    store.forgetProject(project);
  }
}
