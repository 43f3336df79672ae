package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
    String[] words = withoutAssociation(arguments);
    CommandLine.ParseResult parsed;
    try {
      parsed = parser(words).parseArgs(words);
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

  /// The commands by name, in the order of the help.
  private Map<String, Supplier<Object>> commands(List<String> words) {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("demo", () -> new DemoCommand(call));
    commands.put("fleet", () -> FleetCommand.with(call, words));
    commands.put("board", () -> new BoardCommand(call));
    commands.put("sessions", () -> new SessionsCommand(call));
    commands.put("top-sql", () -> new TopSqlCommand(call));
    commands.put("capture", () -> new CaptureCommand(call));
    commands.put("record", () -> new RecordCommand(call));
    commands.put("incident", () -> IncidentCommand.with(call));
    commands.put("locks", () -> new LocksCommand(call));
    commands.put("transactions", () -> new TransactionsCommand(call));
    commands.put("replication", () -> new ReplicationCommand(call));
    commands.put("innodb", () -> new InnoDbCommand(call));
    commands.put("variables", () -> new VariablesCommand(call));
    commands.put("kill", () -> new KillCommand(call));
    commands.put("explain", () -> new ExplainCommand(call));
    commands.put("plans", () -> PlansCommand.with(call));
    commands.put("advise", () -> new AdviseCommand(call));
    commands.put("query", () -> new QueryCommand(call));
    commands.put("review", () -> new ReviewCommand(call));
    commands.put("review-stats", () -> ReviewStatsCommand.with(call));
    commands.put("audit", () -> new AuditCommand(call));
    commands.put("open", () -> new OpenCommand(call));
    commands.put("completion", () -> new CompletionCommand(call));
    commands.put("help", () -> new HelpCommand(call));
    commands.put("version", () -> new VersionCommand(call));
    return commands;
  }

  /// Picocli reads the annotations of each command by reflection, which for all of them takes
  /// longer than most commands run. So only the one that was typed is built, and all where the
  /// words are about commands: help, completion, a typing error.
  private CommandLine parser(String... arguments) {
    List<String> typedWords = words(arguments);
    String typed = typedWords.isEmpty() ? "" : typedWords.getFirst();
    var commands = commands(typedWords);
    boolean one =
        commands.containsKey(typed) && !typed.equals("help") && !typed.equals("completion");
    var root = new CommandLine(call.root());
    commands.forEach(
        (name, command) -> {
          if (!one || name.equals(typed)) {
            root.addSubcommand(name, command.get());
          }
        });
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setUsageHelpWidth(
        call.terminal().live() ? Math.clamp(call.terminal().size().columns(), 60, 120) : 90);
    return root;
  }

  /// What is no option; the value of `--state` is left out too, as it may stand before a command.
  private static List<String> words(String... arguments) {
    var words = new ArrayList<String>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--state")) {
        i++;
      } else if (!arguments[i].startsWith("-")) {
        words.add(arguments[i]);
      }
    }
    return words;
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
