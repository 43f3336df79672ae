package org.binnacle.diagnosis.incident.step;

import java.util.LinkedHashMap;
import java.util.Map;
import org.binnacle.diagnosis.incident.Grid;

/// What a step has gathered, while it gathers.
///
/// @param notes why something is missing, in words; empty for nothing
public record Content(Map<String, Grid> grids, Map<String, String> texts, StringBuilder notes) {

  public static Content empty() {
    return new Content(new LinkedHashMap<>(), new LinkedHashMap<>(), new StringBuilder());
  }

  public Content grid(String name, Grid grid) {
    grids.put(name, grid);
    return this;
  }

  public Content text(String name, String text) {
    texts.put(name, text);
    return this;
  }

  public void note(String words) {
    if (notes.indexOf(words) < 0) {
      notes.append(notes.isEmpty() ? "" : "; ").append(words);
    }
  }

  /// About how much it is.
  public long bytes() {
    long bytes = 0;
    for (Grid grid : grids.values()) {
      for (var row : grid.rows()) {
        for (String cell : row) {
          bytes += cell.length();
        }
      }
    }
    for (String text : texts.values()) {
      bytes += text.length();
    }
    return bytes;
  }
}
