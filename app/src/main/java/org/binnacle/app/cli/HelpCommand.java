package org.binnacle.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `binnacle help [COMMAND...]`.
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand implements Callable<Integer> {
  private final Call call;

  HelpCommand(Call call) {
    this.call = call;
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Such as: fleet add")
  List<String> words = List.of();

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      CommandLine sub = command.getSubcommands().get(word);
      if (sub == null) {
        String meant =
            Nearest.to(word, command.getSubcommands().keySet())
                .map(" (did you mean %s?)"::formatted)
                .orElse("");
        throw new Fault(
            CliFaults.UNKNOWN_COMMAND,
            command.getCommandSpec().qualifiedName() + ": unknown command " + word + meant);
      }
      command = sub;
    }
    command.usage(call.terminal().out(), Cli.colours(call.terminal()));
    return 0;
  }
}
