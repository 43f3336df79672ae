package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line that picocli refused, in our words and with the nearest
/// match.
final class Misuse {
  private Misuse() {}

  static Fault of(ParameterException refused) {
    CommandLine command = refused.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    if (refused instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String typed = unmatched.getUnmatched().getFirst();
      if (typed.startsWith("-")) {
        return new Fault(
            CliFaults.UNKNOWN_OPTION,
            "%s: unknown option %s%s".formatted(name, word(typed), meant(typed, options(command))));
      }
      Collection<String> commands = commands(command);
      return commands.isEmpty()
          ? new Fault(CliFaults.USAGE, "%s: '%s' is one too many".formatted(name, typed))
          : new Fault(
              CliFaults.UNKNOWN_COMMAND,
              "%s: unknown command %s%s".formatted(name, typed, meant(typed, commands)));
    }
    if (refused instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(name, missing);
    }
    return new Fault(CliFaults.USAGE, name + ": " + ParserWords.of(refused.getMessage()));
  }

  private static Fault missing(String name, MissingParameterException missing) {
    List<String> names =
        missing.getMissing().stream()
            .map(
                argument ->
                    argument.isOption()
                        ? ((CommandLine.Model.OptionSpec) argument).longestName()
                        : argument.paramLabel())
            .toList();
    String all = String.join(", ", names);
    if (String.valueOf(missing.getMessage()).contains("one of these")) {
      return new Fault(CliFaults.USAGE, name + ": give one of " + all);
    }
    var first = missing.getMissing().getFirst();
    int values = first.isOption() ? first.arity().min() : 0;
    String lacks =
        switch (values) {
          case 0 -> " is missing";
          case 1 -> " needs a value";
          default -> " needs " + values + " values";
        };
    return new Fault(CliFaults.USAGE, name + ": " + all + lacks);
  }

  /// An option without what follows its equals sign, which may be a secret typed by mistake.
  static String word(String typed) {
    int equals = typed.indexOf('=');
    return equals < 0 ? typed : typed.substring(0, equals);
  }

  private static String meant(String typed, Collection<String> candidates) {
    return Nearest.to(word(typed), candidates).map(" (did you mean %s?)"::formatted).orElse("");
  }

  private static List<String> options(CommandLine command) {
    var names = new ArrayList<String>();
    for (var option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        names.add(option.longestName().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static Collection<String> commands(CommandLine command) {
    return command.getSubcommands().keySet();
  }
}
