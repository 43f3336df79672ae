package org.binnacle.explain.worksheet;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Statement;

/// How one statement of a run does: a picture of one moment.
///
/// @param number its place in the script, from 0
/// @param statement its text and where it stands in the script
/// @param parts by instance, in the order of the request
/// @param results in the order in which they began; those of several instances are merged
public record StatementRun(
    int number, Statement statement, Map<InstanceRef, Part> parts, List<Result> results) {

  public StatementRun {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    results = List.copyOf(results);
  }

  /// How it does on one instance.
  ///
  /// @param since when it was sent; empty while it waits
  /// @param end how it ended; empty while it runs
  public record Part(Optional<Instant> since, Optional<End> end) {
    static final Part WAITING = new Part(Optional.empty(), Optional.empty());

    public boolean runs() {
      return since.isPresent() && end.isEmpty();
    }
  }

  /// Whether it has ended everywhere.
  public boolean ended() {
    return parts.values().stream().allMatch(part -> part.end().isPresent());
  }

  /// Rows given, everywhere.
  public long rows() {
    return results.stream().mapToLong(Result::rows).sum();
  }

  /// The longest time that it took on an instance.
  public Duration took() {
    return parts.values().stream()
        .flatMap(part -> part.end().stream())
        .map(
            end ->
                switch (end) {
                  case End.Done done -> done.took();
                  case End.Failed failed -> failed.took();
                  case End.Stopped stopped -> stopped.took();
                  case End.Unknown unknown -> unknown.took();
                  case End.Refused ignored -> Duration.ZERO;
                  case End.Skipped ignored -> Duration.ZERO;
                })
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
