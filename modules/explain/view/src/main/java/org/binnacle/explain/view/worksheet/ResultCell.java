package org.binnacle.explain.view.worksheet;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.jspecify.annotations.Nullable;

/// One value: NULL and bytes look other than any text.
final class ResultCell extends TableCell<GridRow, GridRow> {
  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private static final PseudoClass BINARY = PseudoClass.getPseudoClass("binary");

  /// Longer values are cut before they are laid out.
  private static final int LONGEST = 200;

  private final int column;

  ResultCell(int column, Head.Kind kind) {
    this.column = column;
    setAlignment(kind == Head.Kind.NUMBER ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    getStyleClass().add("result-cell");
  }

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    Cell cell = empty || row == null ? Cell.MISSING : row.cell(column);
    pseudoClassStateChanged(NULL, cell instanceof Cell.Null);
    pseudoClassStateChanged(BINARY, cell instanceof Cell.Binary);
    setText(empty ? null : line(cell.shown()));
  }

  static String line(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    boolean breaks = cut.indexOf('\n') >= 0 || cut.indexOf('\r') >= 0 || cut.indexOf('\t') >= 0;
    return breaks ? cut.replace("\r", "").replace('\n', '⏎').replace('\t', '→') : cut;
  }
}
