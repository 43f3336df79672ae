package org.binnacle.explain.view.worksheet;

import java.util.HexFormat;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.Highlighter;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.Severity;

/// One value as a whole: JSON laid out, bytes as a dump.
final class CellSheet {
  private CellSheet() {}

  static void open(Node anywhere, List<Head> heads, GridRow row, int column) {
    int at = Math.clamp(column, 0, heads.size() - 1);
    Head head = heads.get(at);
    Cell cell = row.cell(at);
    var kind = new Label(what(head, cell));
    kind.getStyleClass().add("muted");
    boolean json = head.kind() == Head.Kind.JSON || looksLikeJson(cell);
    SqlArea area = SqlArea.reader(Highlighter.plain());
    area.show(
        cell instanceof Cell.Binary(byte[] bytes)
            ? Dump.of(bytes)
            : json ? JsonLayout.of(text(cell)) : text(cell));
    area.setMinHeight(420);
    VBox.setVgrow(area, Priority.ALWAYS);
    Sheet.titled(head.label() + ", row " + "%,d".formatted(row.number() + 1))
        .wide()
        .body(kind, area)
        .act(
            "Copy the value",
            Sheet.Kind.USUAL,
            sheet -> {
              var content = new ClipboardContent();
              content.putString(text(cell));
              Clipboard.getSystemClipboard().setContent(content);
              sheet.message().show(Severity.OK, "Copied.");
            })
        .onClose(area::close)
        .open(anywhere);
  }

  private static String what(Head head, Cell cell) {
    return switch (cell) {
      case Cell.Null none -> head.type() + ", NULL";
      case Cell.Missing none -> "not in the result of this instance";
      case Cell.Binary(byte[] bytes) -> head.type() + ", %,d bytes".formatted(bytes.length);
      case Cell.Text(String value) ->
          head.type()
              + (value.length() == 1
                  ? ", 1 character"
                  : ", %,d characters".formatted(value.length()));
    };
  }

  private static boolean looksLikeJson(Cell cell) {
    return cell instanceof Cell.Text(String value)
        && value.length() > 1
        && ((value.startsWith("{") && value.endsWith("}"))
            || (value.startsWith("[") && value.endsWith("]")));
  }

  /// The value as it is copied; bytes in hexadecimal.
  static String text(Cell cell) {
    return cell instanceof Cell.Binary(byte[] bytes)
        ? "0x" + HexFormat.of().withUpperCase().formatHex(bytes)
        : cell instanceof Cell.Null ? "NULL" : cell.shown();
  }
}
