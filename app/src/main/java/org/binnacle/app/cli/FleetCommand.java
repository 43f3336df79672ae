package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `binnacle fleet`: the inventory.
@Command(
    name = "fleet",
    description = "The inventory: list, add, edit, remove, test, discover, import, export.")
final class FleetCommand {
  private FleetCommand() {}

  /// @param words of the command line: where the second is one of ours, only that is built
  static CommandLine with(Call call, List<String> words) {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("list", () -> new FleetList(call));
    commands.put("add", () -> new FleetAdd(call));
    commands.put("edit", () -> new FleetEdit(call));
    commands.put("remove", () -> new FleetRemove(call));
    commands.put("test", () -> new FleetTestCommand(call));
    commands.put("discover", () -> new FleetDiscover(call));
    commands.put("import", () -> new FleetImport(call));
    commands.put("export", () -> new FleetExport(call));
    boolean one =
        words.size() > 1 && words.getFirst().equals("fleet") && commands.containsKey(words.get(1));
    var fleet = new CommandLine(new FleetCommand());
    commands.forEach(
        (name, command) -> {
          if (!one || name.equals(words.get(1))) {
            fleet.addSubcommand(name, command.get());
          }
        });
    return fleet;
  }
}
