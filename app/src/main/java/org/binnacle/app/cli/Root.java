package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `binnacle`: the options that every command takes; without a command it opens the window.
@Command(
    name = "binnacle",
    description = "The workbench for people who run MySQL fleets. Without a command: the window.",
    synopsisHeading = "Usage: ",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 done   1 findings   2 wrong usage   3 server or network",
      "  4 refused by a safety check   70 a bug of ours   130 interrupted"
    })
final class Root implements Callable<Integer> {
  private final Call call;

  Root(Call call) {
    this.call = call;
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print JSON; errors too, on standard error.")
  boolean json;

  @Option(
      names = "--state",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "The folder that holds inventory, audit and logs (or BINNACLE_STATE).")
  @Nullable Path state;

  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show traces and log more.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      description = "Show the version.")
  boolean version;

  @Override
  public Integer call() {
    return version ? VersionCommand.print(call) : call.screens().window(call, List.of());
  }
}
