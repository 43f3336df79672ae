package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Level;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a review is told, where to, and which findings make it fail.
final class ReviewOutput {
  private static final int FOUND = 1;
  private static final int FAILED = 3;

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

  private @Nullable Baseline known;

  /// Refuses wrong words and a wrong baseline before anything is reviewed.
  void check(Call call) {
    mouth(call);
    level();
    known = baseline == null ? null : Baseline.read(baseline);
  }

  /// The findings that the baseline knows do not count.
  Report known(Report report) {
    return known == null ? report : known.on(report);
  }

  /// Tells a report.
  ///
  /// @param aside whether standard output is taken by something else
  /// @return the exit code
  int told(Call call, Report report, boolean aside) {
    if (writeBaseline != null) {
      write(writeBaseline, Baseline.of(report));
    }
    String words = mouth(call).tell(report);
    if (aside && out == null) {
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
    return writeBaseline == null && report.reaches(level()) ? FOUND : 0;
  }

  private Mouth mouth(Call call) {
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

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_WRITE, file.toString(), e);
    }
  }
}
