package org.binnacle.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `binnacle explain`: a plan from a file or a pipe, in any format, with what is worth saying of
/// it.
@Command(
    name = "explain",
    description = {
      "Read a plan (EXPLAIN output in any format) and say why the statement is slow.",
      "Exit code 1 where something at or above --fail-on is found."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Call call;

  ExplainCommand(Call call) {
    this.call = call;
  }

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The plan as the server or a client printed it; - for standard input.")
  String plan = "-";

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "tree, json, html or markdown (default: tree).")
  @Nullable String to;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "An earlier plan of the same statement: show what changed since.")
  @Nullable String compare;

  @Option(
      names = "--server",
      paramLabel = "VERSION",
      description = "The server's version, such as 8.0.33: some advice depends on it.")
  @Nullable String server;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "notice, warning or critical: exit with 1 where it is found.")
  @Nullable String failOn;

  @Override
  public Integer call() {
    Mouth mouth = mouth();
    Optional<Severity> limit = Optional.ofNullable(failOn).map(ExplainCommand::severity);
    Plan now = read(plan);
    Facts facts = server == null ? Facts.NONE : Facts.NONE.withServer(server);
    List<Finding> findings = Insights.of(now, facts);
    var changes = Optional.ofNullable(compare).map(file -> Comparison.of(read(file), now));
    call.terminal().out().print(mouth.tell(new Told(now, findings, changes)));
    boolean failed =
        limit.isPresent()
            && findings.stream().anyMatch(one -> reaches(one.severity(), limit.get()));
    return failed ? 1 : 0;
  }

  private Mouth mouth() {
    if (to == null) {
      return call.json() ? Mouth.JSON : Mouth.TREE;
    }
    return Mouth.named(to)
        .orElseThrow(
            () ->
                new Fault(
                    CliFaults.USAGE,
                    "binnacle explain: --to takes "
                        + Arrays.stream(Mouth.values())
                            .map(Mouth::word)
                            .collect(Collectors.joining(", "))));
  }

  private static Severity severity(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "notice" -> Severity.NOTICE;
      case "warning" -> Severity.WARNING;
      case "critical" -> Severity.CRITICAL;
      default ->
          throw new Fault(
              CliFaults.USAGE, "binnacle explain: --fail-on takes notice, warning, critical");
    };
  }

  private static boolean reaches(Severity found, Severity limit) {
    return found.compareTo(limit) <= 0;
  }

  private static Plan read(String file) {
    Plan read = PlanReading.read(text(file));
    if (read.format() == PlanFormat.UNKNOWN) {
      throw new Fault(CliFaults.NO_PLAN, file.equals("-") ? "standard input" : file);
    }
    return read;
  }

  private static String text(String file) {
    try {
      if (!file.equals("-")) {
        return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
      }
      try (InputStream in = new FileInputStream(FileDescriptor.in)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, file, e);
    }
  }
}
