package org.binnacle.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.report.Reports;
import org.binnacle.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `binnacle incident compare`.
@Command(
    name = "compare",
    description = "Tell what differs between two incidents.",
    footer = "Exit code 1 where something differs.")
final class IncidentCompare implements Callable<Integer> {
  private final Call call;

  IncidentCompare(Call call) {
    this.call = call;
  }

  @Parameters(index = "0", paramLabel = "BEFORE", description = "An id, or a file of ours.")
  String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "An id, or a file of ours.")
  String after = "";

  @Override
  public Integer call() {
    List<Difference.Area> areas = Difference.of(find(before), find(after));
    if (areas.isEmpty()) {
      throw new Fault(
          CliFaults.USAGE, "binnacle incident compare: they have no instance in common");
    }
    boolean alike = areas.stream().allMatch(area -> area.grid().isEmpty());
    if (call.json()) {
      call.document(Map.of("areas", areas.stream().map(IncidentCompare::document).toList()));
      return alike ? 0 : 1;
    }
    for (Difference.Area area : areas) {
      call.say(area.instance() + " " + area.name() + ": " + area.counts());
      if (!area.grid().isEmpty() && !area.name().equals("status")) {
        call.print(IncidentView.grid(area.grid()));
      }
    }
    return alike ? 0 : 1;
  }

  /// What looks like a path is a file, there or not; all else is an id.
  private Incident find(String text) {
    boolean path = text.matches(".*[/\\\\].*|.*\\.(html?|json)") || Files.isRegularFile(file(text));
    return path ? Reports.read(file(text)) : call.house().incidents().named(text);
  }

  private static Path file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  private static Map<String, Object> document(Difference.Area area) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", area.instance());
    document.put("area", area.name());
    document.put("counts", area.counts());
    document.put("columns", area.grid().columns());
    document.put("rows", area.grid().rows());
    return document;
  }
}
