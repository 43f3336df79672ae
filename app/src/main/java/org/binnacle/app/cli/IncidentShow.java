package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.report.IncidentJson;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle incident show`.
@Command(
    name = "show",
    description = "Show an incident: its summary and its parts, or one part whole.")
final class IncidentShow implements Callable<Integer> {
  private final Call call;

  IncidentShow(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "ID", description = "The first characters of an id, or latest.")
  String id = "";

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "A part: sessions, locks, status, ...")
  @Nullable String part;

  @Option(names = "--note", paramLabel = "TEXT", description = "Write this note to it.")
  @Nullable String note;

  @Override
  public Integer call() {
    Incident incident = call.house().incidents().named(id);
    String text = note;
    if (text != null) {
      call.house().incidents().note(incident.id(), text);
      incident = incident.noted(text);
    }
    String wanted = part;
    if (wanted != null) {
      return part(incident, wanted);
    }
    if (call.json()) {
      call.terminal().out().println(Harmless.json(IncidentJson.write(incident)));
      return 0;
    }
    call.say(
        "RECORDED "
            + IncidentView.LOCAL.format(incident.at())
            + "  "
            + incident.title()
            + "  ("
            + incident.trigger()
            + ")"
            + (incident.masked() ? "  masked" : ""));
    if (!incident.note().isEmpty()) {
      call.say("Note: " + incident.note());
    }
    IncidentView.summary(incident).forEach(call::say);
    call.print(IncidentView.parts(incident));
    return 0;
  }

  private int part(Incident incident, String wanted) {
    var documents = new ArrayList<Map<String, Object>>();
    boolean some = false;
    for (var one : incident.recorded()) {
      Optional<Part> found = one.part(wanted);
      if (found.isEmpty()) {
        continue;
      }
      some = true;
      if (call.json()) {
        documents.add(IncidentView.part(one, found.get()));
      } else {
        print(one.instance().name(), found.get());
      }
    }
    if (!some) {
      throw new Fault(
          CliFaults.USAGE,
          "binnacle incident show: no part "
              + wanted
              + "; there are "
              + String.join(
                  ", ",
                  incident.recorded().stream()
                      .flatMap(one -> one.parts().stream())
                      .map(Part::step)
                      .distinct()
                      .toList()));
    }
    if (call.json()) {
      call.document(Map.of("parts", documents));
    }
    return 0;
  }

  private void print(String instance, Part part) {
    part.grids()
        .forEach(
            (name, grid) -> {
              call.say(instance + ": " + name + (grid.isEmpty() ? ": nothing" : ""));
              if (!grid.isEmpty()) {
                call.print(IncidentView.grid(grid));
              }
            });
    part.texts()
        .forEach(
            (name, text) -> {
              call.say(instance + ": " + name);
              text.lines().forEach(call::say);
            });
    if (!part.detail().isEmpty()) {
      call.say(instance + ": " + IncidentView.low(part.status()) + ", " + part.detail());
    }
  }
}
