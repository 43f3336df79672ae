package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line that picocli refused, in our words and with the nearest
/// match.
final class Misuse {
  private static final Pattern NOT_A_NUMBER = Pattern.compile("is not an? (int|long)$");
  private static final Pattern NO_NUMBER = Pattern.compile("is not a (double|float)$");

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
            "%s: %s%s".formatted(name, word(typed), meant(typed, options(command))));
      }
      Collection<String> commands = commands(command);
      return commands.isEmpty()
          ? new Fault(CliFaults.USAGE, "%s: '%s' is one too many".formatted(name, typed))
          : new Fault(
              CliFaults.UNKNOWN_COMMAND, "%s %s%s".formatted(name, typed, meant(typed, commands)));
    }
    if (refused instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      var names =
          missing.getMissing().stream()
              .map(
                  argument ->
                      argument.isOption()
                          ? ((CommandLine.Model.OptionSpec) argument).longestName()
                          : argument.paramLabel())
              .toList();
      boolean option = missing.getMissing().getFirst().isOption();
      if (String.valueOf(refused.getMessage()).contains("one of these")) {
        return new Fault(CliFaults.USAGE, name + ": give one of " + String.join(", ", names));
      }
      return new Fault(
          CliFaults.USAGE,
          "%s: %s"
              .formatted(
                  name,
                  option
                      ? String.join(", ", names) + " needs a value"
                      : String.join(", ", names) + " is missing"));
    }
    return new Fault(CliFaults.USAGE, name + ": " + words(String.valueOf(refused.getMessage())));
  }

  /// What picocli says, without its grammar: options that exclude each other by their names,
  /// numbers as numbers.
  private static String words(String said) {
    int exclude = said.indexOf(" are mutually exclusive");
    if (exclude < 0) {
      String whole = NOT_A_NUMBER.matcher(said).replaceAll("is no whole number");
      return NO_NUMBER.matcher(whole).replaceAll("is no number");
    }
    String options = said.substring(0, exclude).replaceFirst("^Error: ", "");
    return "give only one of "
        + Arrays.stream(options.split(", ")).map(Misuse::word).collect(Collectors.joining(", "));
  }

  /// An option without what follows its equals sign, which may be a secret typed by mistake.
  private static String word(String typed) {
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
