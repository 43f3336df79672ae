package org.binnacle.review.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Own;
import org.binnacle.review.live.LiveSource;

/// What a review of some files found.
///
/// @param tool name and version of the program
/// @param ruleSet name of the rule set
/// @param server the version that was aimed at
/// @param source whom was asked for live facts; empty where nobody was
public record Report(
    String tool,
    String ruleSet,
    String server,
    List<FileReport> files,
    Optional<LiveSource> source) {

  public Report(String tool, String ruleSet, String server, List<FileReport> files) {
    this(tool, ruleSet, server, files, Optional.empty());
  }

  public Report {
    files = List.copyOf(files);
  }

  public Stream<Told> open() {
    return files.stream().flatMap(FileReport::open);
  }

  public long count(Level level) {
    return open().filter(t -> t.level() == level).count();
  }

  public long suppressed() {
    return files.stream()
        .flatMap(FileReport::all)
        .filter(t -> t.state() == Told.State.SUPPRESSED)
        .count();
  }

  public long known() {
    return files.stream()
        .flatMap(FileReport::all)
        .filter(t -> t.state() == Told.State.KNOWN)
        .count();
  }

  public int statements() {
    return files.stream().mapToInt(f -> f.statements().size()).sum();
  }

  /// How many rules could not run, by what they need; those that asked and were refused are not
  /// among them.
  public Map<Need, Long> notRun() {
    var by = new TreeMap<Need, Long>();
    files.stream()
        .flatMap(f -> f.notRun().stream())
        .filter(n -> n.why().isEmpty())
        .distinct()
        .forEach(n -> by.merge(n.needs(), 1L, Long::sum));
    return by;
  }

  /// Rules that asked a server and were refused what they wanted to know.
  public List<NotRun> refused() {
    return files.stream()
        .flatMap(f -> f.notRun().stream())
        .filter(n -> n.why().isPresent())
        .distinct()
        .toList();
  }

  public boolean reaches(Level limit) {
    return open().anyMatch(t -> t.level().reaches(limit));
  }

  /// Whether a rule crashed: what is missing from this report is not known.
  public boolean ruleFailed() {
    return open().anyMatch(t -> t.rule().equals(Own.RULE_FAILED.id()));
  }
}
