package org.binnacle.explain.view.worksheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.plan.ViewFaults;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.Highlighter;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.kernel.Severity;

/// The values of a row as a whole, one at a time: JSON laid out, bytes as a dump.
final class CellSheet {
  private final List<Head> heads;
  private final GridRow row;
  private final Label kind = new Label();
  private final SqlArea area = SqlArea.reader(Highlighter.plain());
  private final ChoiceBox<String> columns = new ChoiceBox<>();

  private CellSheet(List<Head> heads, GridRow row) {
    this.heads = heads;
    this.row = row;
  }

  static void open(Kit kit, Node anywhere, List<Head> heads, GridRow row, int column) {
    new CellSheet(heads, row).open(kit, anywhere, Math.clamp(column, 0, heads.size() - 1));
  }

  private void open(Kit kit, Node anywhere, int column) {
    for (int i = 0; i < heads.size(); i++) {
      columns.getItems().add(i + 1 + "  " + heads.get(i).label());
    }
    columns.setId("cell-column");
    columns.setAccessibleText("Column");
    columns.getSelectionModel().selectedIndexProperty().addListener(seen -> show());
    kind.getStyleClass().add("muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line =
        new HBox(
            Icons.button("mdi2c-chevron-left", "Column before (Alt+Left)", () -> go(-1)),
            columns,
            Icons.button("mdi2c-chevron-right", "Next column (Alt+Right)", () -> go(1)),
            gap,
            kind);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("sheet-instance");
    area.setMinHeight(420);
    VBox.setVgrow(area, Priority.ALWAYS);
    line.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    columns.getSelectionModel().select(column);
    Sheet.titled("Row " + "%,d".formatted(row.number() + 1))
        .wide()
        .body(line, area)
        .act("Save to a file…", Sheet.Kind.OTHER, sheet -> save(kit, anywhere, sheet))
        .act(
            "Copy the value",
            Sheet.Kind.USUAL,
            sheet -> {
              var content = new ClipboardContent();
              content.putString(text(cell()));
              Clipboard.getSystemClipboard().setContent(content);
              sheet.message().show(Severity.OK, "Copied.");
            })
        .onClose(area::close)
        .open(anywhere);
  }

  private void key(KeyEvent event) {
    if (event.isAltDown()
        && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
      go(event.getCode() == KeyCode.LEFT ? -1 : 1);
      event.consume();
    }
  }

  private void go(int by) {
    int to = columns.getSelectionModel().getSelectedIndex() + by;
    columns.getSelectionModel().select(Math.clamp(to, 0, heads.size() - 1));
  }

  private Head head() {
    return heads.get(Math.max(0, columns.getSelectionModel().getSelectedIndex()));
  }

  private Cell cell() {
    return row.cell(Math.max(0, columns.getSelectionModel().getSelectedIndex()));
  }

  private void show() {
    Cell cell = cell();
    kind.setText(what(head(), cell));
    boolean json = head().kind() == Head.Kind.JSON || looksLikeJson(cell);
    area.show(
        cell instanceof Cell.Binary(byte[] bytes)
            ? Dump.of(bytes)
            : json ? JsonLayout.of(text(cell)) : text(cell));
  }

  /// Bytes as they are; a value of some megabytes is written faster than a frame is drawn.
  private void save(Kit kit, Node anywhere, Sheet sheet) {
    boolean json = head().kind() == Head.Kind.JSON || looksLikeJson(cell());
    boolean bytes = cell() instanceof Cell.Binary;
    String ending = bytes ? ".bin" : json ? ".json" : ".txt";
    kit.choosers()
        .save(
            anywhere.getScene().getWindow(),
            "Save the value",
            (head().name().isEmpty() ? "value" : "value-" + safe(head().name())) + ending,
            List.of(Choosers.Kind.of("All files", "*")))
        .ifPresent(file -> write(file, kit, sheet));
  }

  private void write(Path file, Kit kit, Sheet sheet) {
    try {
      Files.write(
          file,
          switch (cell()) {
            case Cell.Binary(byte[] value) -> value;
            case Cell.Text(String value) -> value.getBytes(StandardCharsets.UTF_8);
            case Cell.Null ignored -> new byte[0];
            case Cell.Missing ignored -> new byte[0];
          });
      sheet.message().show(Severity.OK, "Written: " + file);
    } catch (IOException e) {
      sheet.failed(new Fault(ViewFaults.NOT_WRITTEN, FileWords.of(file, e), e), kit.words());
    }
  }

  private static String safe(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}_-]", "_");
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
