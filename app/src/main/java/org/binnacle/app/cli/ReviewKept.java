package org.binnacle.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether a run is kept, and under which names.
final class ReviewKept {
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

  /// Nothing where this run is not to be kept.
  Optional<ReviewKeeping> keeping(Call call) {
    boolean wanted = keep == null ? call.environment().getOrDefault("CI", "").isEmpty() : keep;
    return wanted
        ? Optional.of(
            new ReviewKeeping(call, Optional.ofNullable(project), Optional.ofNullable(author)))
        : Optional.empty();
  }
}
