package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.binnacle.explain.TextRange;

/// What is left of a pasted text when the client's frame, prompt and messages are taken away.
sealed interface Unwrapped {

  /// One text: JSON or a tree.
  record Document(Slice slice) implements Unwrapped {}

  /// A text that begins as JSON does.
  record JsonDocument(Slice slice, Json.Obj root, List<String> notes) implements Unwrapped {}

  /// A text as what it begins as.
  static Unwrapped of(Slice slice) {
    Slice plain = Escapes.undo(slice);
    if (!plain.text().stripLeading().startsWith("{")) {
      return new Document(plain);
    }
    var notes = new ArrayList<String>();
    return new JsonDocument(plain, JsonText.read(plain, notes), notes);
  }

  /// Rows of a tabular plan.
  record Grid(List<GridRow> rows) implements Unwrapped {}

  /// A printed cell; empty where it is NULL.
  static String cell(String printed) {
    String text = printed.strip();
    return text.equals("NULL") ? "" : text;
  }

  /// One row: cells by their column's name in lower case; NULL cells are empty.
  record GridRow(Map<String, String> cells, TextRange raw) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }
}
