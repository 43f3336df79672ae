package org.binnacle.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `binnacle fleet`: the inventory.
@Command(name = "fleet", description = "The inventory: list, add, edit, remove.")
final class FleetCommand {
  private FleetCommand() {}

  static CommandLine with(Call call) {
    var fleet = new CommandLine(new FleetCommand());
    fleet.addSubcommand(new FleetList(call));
    fleet.addSubcommand(new FleetAdd(call));
    fleet.addSubcommand(new FleetEdit(call));
    fleet.addSubcommand(new FleetRemove(call));
    return fleet;
  }
}
