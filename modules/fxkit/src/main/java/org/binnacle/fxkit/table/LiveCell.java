package org.binnacle.fxkit.table;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Only measured, never seen: a double click on the edge of a header asks it how wide the column's
/// texts are. What is seen is drawn by {@link RowSkin}.
final class LiveCell<R> extends TableCell<R, R> {
  /// Longer texts are cut before they are laid out: a statement can be megabytes long.
  static final int LONGEST = 300;

  private final Column<R> column;

  LiveCell(Column<R> column) {
    this.column = column;
    if (column.look().numeric()) {
      getStyleClass().add("numeric");
    }
    if (column.look().mono()) {
      getStyleClass().add("mono");
    }
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
      return;
    }
    boolean marked =
        !column.look().icon().apply(row).isEmpty() || !column.look().pill().apply(row).isEmpty();
    // Two wide letters stand for an icon or for the sides of a pill.
    setText(oneLine(column.text().apply(row)) + (marked ? "MM" : ""));
  }

  static String oneLine(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    boolean breaks = cut.indexOf('\n') >= 0 || cut.indexOf('\r') >= 0 || cut.indexOf('\t') >= 0;
    return breaks ? cut.replaceAll("\\s+", " ").strip() : cut;
  }
}
