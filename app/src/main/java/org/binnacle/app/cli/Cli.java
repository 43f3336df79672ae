package org.binnacle.app.cli;

import java.util.List;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/// The command line: what was typed in, an exit code out. Everything it touches is handed in, so
/// that tests run the same way in.
public final class Cli {
  private final Call call;
  private final Complaint complaint;

  public Cli(Terminal terminal, Map<String, String> environment, Screens screens) {
    this.call = new Call(terminal, environment, screens);
    this.complaint = new Complaint(terminal);
  }

  /// Runs one command line to its end and closes what it opened.
  ///
  /// @return the exit code
  public int run(String... arguments) {
    int exit;
    try {
      exit = execute(arguments);
    } catch (RuntimeException e) {
      exit = failed(e);
    }
    try {
      call.close();
    } catch (RuntimeException e) {
      exit = failed(e);
    }
    call.terminal().flushed();
    return exit;
  }

  /// Asks the running command to stop; from any thread.
  public void stop() {
    call.cancel().ask();
  }

  private int execute(String... arguments) {
    CommandLine commands = commands();
    CommandLine.ParseResult parsed;
    try {
      parsed = commands.parseArgs(withoutAssociation(arguments));
    } catch (ParameterException e) {
      boolean json = call.json() || List.of(arguments).contains("--json");
      return complaint.tell(Misuse.of(e), json, call.debug());
    }
    while (parsed.hasSubcommand()) {
      if (parsed.isUsageHelpRequested()) {
        break;
      }
      parsed = parsed.subcommand();
    }
    CommandLine command = parsed.commandSpec().commandLine();
    if (call.root().help) {
      command.usage(call.terminal().out(), colours(call.terminal()));
      return 0;
    }
    return run(command);
  }

  private static int run(CommandLine command) {
    Object object = command.getCommandSpec().userObject();
    if (object instanceof java.util.concurrent.Callable<?> callable) {
      try {
        return callable.call() instanceof Integer exit ? exit : 0;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    String name = command.getCommandSpec().qualifiedName();
    throw new Fault(
        CliFaults.USAGE,
        "%s: say what to do: %s"
            .formatted(name, String.join(", ", command.getSubcommands().keySet())));
  }

  private int failed(RuntimeException failure) {
    if (Fault.of(failure).code().equals(Fault.BUG)) {
      LoggerFactory.getLogger(Cli.class).error("a bug of ours ended a command", failure);
    }
    return complaint.tell(failure, call.json(), call.debug());
  }

  private CommandLine commands() {
    var root = new CommandLine(call.root());
    root.addSubcommand(new DemoCommand(call));
    root.addSubcommand(new OpenCommand(call));
    root.addSubcommand(new CompletionCommand(call));
    root.addSubcommand(new HelpCommand(call));
    root.addSubcommand(new VersionCommand(call));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setUsageHelpWidth(
        call.terminal().live() ? Math.clamp(call.terminal().columns().getAsInt(), 60, 120) : 90);
    return root;
  }

  static Help.ColorScheme colours(Terminal terminal) {
    return CommandLine.Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF);
  }

  /// A desktop hands a `.sql` file over as the only argument.
  private static String[] withoutAssociation(String... arguments) {
    return arguments.length == 1
            && !arguments[0].startsWith("-")
            && arguments[0].regionMatches(true, arguments[0].length() - 4, ".sql", 0, 4)
        ? new String[] {"open", arguments[0]}
        : arguments;
  }
}
