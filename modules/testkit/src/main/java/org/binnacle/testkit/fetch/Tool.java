package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;

/// One run of a program of the system, with its output and a limit.
///
/// @param exit the exit code
/// @param output both streams together
record Tool(int exit, String output) {

  static Tool run(
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Duration limit,
      Cancel cancel) {
    try {
      var builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
      Process process = builder.start();
      cancel.onAsk(process::destroyForcibly);
      Thread.ofVirtual()
          .name("tool-limit")
          .start(
              () -> {
                try {
                  if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                  }
                } catch (InterruptedException e) {
                  process.destroyForcibly();
                }
              });
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      cancel.check();
      return new Tool(exit, output);
    } catch (IOException e) {
      throw new Fault(FetchFaults.TOOL, command.getFirst() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted while " + command.getFirst() + " ran", e);
    }
  }

  private static java.io.File nothing() {
    boolean windows = java.io.File.separatorChar == '\\';
    return new java.io.File(windows ? "NUL" : "/dev/null");
  }

  boolean failed() {
    return exit != 0;
  }

  /// The last lines, for messages.
  String tail() {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }
}
