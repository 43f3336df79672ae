package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `binnacle demo`: a real fleet on this machine, under load, in a state folder of its own.
@Command(
    name = "demo",
    description = {
      "Start a replicating MySQL fleet on this machine and open the window on it.",
      "The fleet has a state folder of its own; yours is not touched. All stops with the window."
    })
final class DemoCommand implements Callable<Integer> {
  private final Call call;

  DemoCommand(Call call) {
    this.call = call;
  }

  @Option(
      names = "--headless",
      description = "No window: write screenshots of every screen, then stop.")
  boolean headless;

  @Option(
      names = "--tour",
      paramLabel = "DIR",
      description = "Where the screenshots go (default: target/tour).")
  @Nullable Path tour;

  @Override
  public Integer call() {
    return call.screens().demo(call, headless, Optional.ofNullable(tour));
  }
}
