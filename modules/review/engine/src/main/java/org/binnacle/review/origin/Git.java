package org.binnacle.review.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks git, where there is one, and waits for all answers together no longer than it was given. It
/// runs nothing that a repository of strangers could have configured: no hooks, no filters, no file
/// system monitor.
final class Git {
  private static final List<String> HARMLESS =
      List.of("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "--no-pager");

  private final long end;

  /// @param patience for all questions together
  Git(Duration patience) {
    this.end = System.nanoTime() + patience.toNanos();
  }

  /// What it prints; nothing where it fails, is not there, or time is over.
  Optional<String> ask(Path folder, String... arguments) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return Optional.empty();
    }
    var command = new ArrayList<String>(HARMLESS);
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    try {
      Process git = builder.start();
      try {
        git.getOutputStream().close();
        return answer(git, left);
      } finally {
        git.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> answer(Process git, long patienceNs) {
    var reading = new FutureTask<>(() -> read(git));
    Thread.ofVirtual().name("git").start(reading);
    try {
      String out = reading.get(patienceNs, TimeUnit.NANOSECONDS);
      boolean ended = git.waitFor(1, TimeUnit.SECONDS);
      return ended && git.exitValue() == 0 ? Optional.of(out) : Optional.empty();
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String read(Process git) {
    try {
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
