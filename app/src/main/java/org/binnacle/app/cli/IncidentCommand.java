package org.binnacle.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `binnacle incident`.
@Command(name = "incident", description = "Incidents that were captured: list, show, compare.")
final class IncidentCommand {
  private IncidentCommand() {}

  static CommandLine with(Call call) {
    return new CommandLine(new IncidentCommand())
        .addSubcommand("list", new IncidentList(call))
        .addSubcommand("show", new IncidentShow(call))
        .addSubcommand("compare", new IncidentCompare(call))
        .addSubcommand("import", new IncidentImport(call))
        .addSubcommand("export", new IncidentExport(call))
        .addSubcommand("remove", new IncidentRemove(call));
  }
}
