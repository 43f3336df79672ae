package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.report.Mask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle incident export`.
@Command(
    name = "export",
    description = "Write an incident as a web page, JSON or Markdown.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle incident export latest incident.html",
      "  binnacle incident export latest ticket.md --only-summary --mask-hosts --mask-users"
    })
final class IncidentExport implements Callable<Integer> {
  private final Call call;

  IncidentExport(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The first characters of an id, or latest.")
  String id = "";

  @Parameters(index = "1", paramLabel = "FILE", description = ".html, .json or .md")
  Path file = Path.of("incident.html");

  @Option(names = "--mask", description = "Take literals, hosts and users out.")
  boolean mask;

  @Option(names = "--mask-literals", description = "Statements become their fingerprints.")
  boolean literals;

  @Option(names = "--mask-hosts", description = "Hosts become host-1, host-2.")
  boolean hosts;

  @Option(names = "--mask-users", description = "Users become user-1, user-2.")
  boolean users;

  @Option(
      names = "--only-summary",
      description = "What was found and how each part went: no tables, no statements.")
  boolean onlySummary;

  @Override
  public Integer call() {
    IncidentFile.check("binnacle incident export", file);
    Incident incident = call.house().incidents().named(id);
    var masked = new Mask(mask || literals, mask || hosts, mask || users, onlySummary);
    call.house().incidents().export(incident, file, masked);
    if (call.json()) {
      call.document(Map.of("id", incident.id(), "file", file.toString()));
    } else {
      call.say("Wrote " + file + masked.words());
    }
    return 0;
  }
}
