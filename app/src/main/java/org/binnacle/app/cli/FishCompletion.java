package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The completion script for fish, which picocli does not write: one `complete` line a command and
/// an option, each with the words that must have been typed before it.
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandLine root) {
    var lines = new ArrayList<String>();
    lines.add("complete -c binnacle -f");
    walk(root, List.of(), lines);
    return String.join("\n", lines);
  }

  private static void walk(CommandLine command, List<String> path, List<String> lines) {
    var names = command.getSubcommands().keySet();
    String seen = seen(path);
    String here =
        names.isEmpty()
            ? seen
            : seen + "not __fish_seen_subcommand_from " + String.join(" ", names);
    String condition = here.endsWith("; and ") ? here.substring(0, here.length() - 6) : here;
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden()) {
                lines.add(
                    "complete -c binnacle -n '%s' -a %s -d '%s'"
                        .formatted(
                            condition,
                            name,
                            words(sub.getCommandSpec().usageMessage().description())));
              }
            });
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        lines.add(option(condition, option));
      }
    }
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              var longer = new ArrayList<>(path);
              longer.add(name);
              walk(sub, longer, lines);
            });
  }

  private static String seen(List<String> path) {
    var text = new StringBuilder();
    path.forEach(word -> text.append("__fish_seen_subcommand_from ").append(word).append("; and "));
    return text.toString();
  }

  private static String option(String condition, OptionSpec option) {
    var line = new StringBuilder("complete -c binnacle");
    if (!condition.isEmpty()) {
      line.append(" -n '").append(condition).append('\'');
    }
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      line.append(option.type().equals(java.nio.file.Path.class) ? " -r -F" : " -x");
    }
    return line.append(" -d '").append(words(option.description())).append('\'').toString();
  }

  private static String words(String[] description) {
    return description.length == 0 ? "" : description[0].replace("'", "\\'").replace("%n", " ");
  }
}
