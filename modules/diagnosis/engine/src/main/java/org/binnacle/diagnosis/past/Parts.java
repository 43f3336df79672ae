package org.binnacle.diagnosis.past;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.report.IncidentJson;

/// Parts as bytes, in the words of an incident's JSON.
public final class Parts {
  private Parts() {}

  /// A part that is whole.
  public static Part of(String step, Map<String, Grid> grids) {
    return new Part(step, 1, Part.Status.OK, "", 0, 0, grids, Map.of());
  }

  /// One that is missing, and why.
  public static Part missing(String step, String why) {
    return new Part(step, 1, Part.Status.SKIPPED, why, 0, 0, Map.of(), Map.of());
  }

  /// A line for each: its step, a tab, its content. JSON has no line breaks of its own.
  public static byte[] bytes(List<Part> parts) {
    var text = new StringBuilder();
    for (Part part : parts) {
      text.append(part.step()).append('\t').append(IncidentJson.content(part)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The way back.
  public static List<Part> read(byte[] bytes) {
    var parts = new ArrayList<Part>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        parts.add(
            IncidentJson.part(line.substring(0, tab), 1, "ok", "", 0, 0, line.substring(tab + 1)));
      }
    }
    return parts;
  }
}
