package org.binnacle.fxkit.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.binnacle.fxkit.table.RowLook.Ink;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row that nobody sees, in certain states, which the sheets dress like any `table-row-cell` with
/// `table-cell`s in it.
final class SampleRow extends Pane {
  private final Label[] cells = new Label[RowLook.KINDS];
  private final FontIcon icon = new FontIcon("mdi2d-database");
  private final Text text = new Text();
  private final Function<Font, Letters> letters;
  private final Runnable changed;
  private @Nullable RowLook look;

  SampleRow(RowState state, Function<Font, Letters> letters, Runnable changed) {
    this.letters = letters;
    this.changed = changed;
    getStyleClass().add("table-row-cell");
    state.own().forEach(own -> pseudoClassStateChanged(own, true));
    put("filled", state.filled());
    put("empty", !state.filled());
    put("odd", state.odd());
    put("even", !state.odd());
    put("selected", state.selected());
    put("focused", state.focused());
    put("hover", state.hovered());
    InvalidationListener dressed = seen -> forget();
    backgroundProperty().addListener(dressed);
    borderProperty().addListener(dressed);
    for (int kind = 0; kind < cells.length; kind++) {
      cells[kind] = cell(kind);
      cells[kind].textFillProperty().addListener(dressed);
      cells[kind].fontProperty().addListener(dressed);
      cells[kind].paddingProperty().addListener(dressed);
    }
    text.getStyleClass().add("text");
    text.strikethroughProperty().addListener(dressed);
    icon.iconColorProperty().addListener(dressed);
    icon.iconSizeProperty().addListener(dressed);
    getChildren().addAll(cells);
    getChildren().addAll(icon, text);
  }

  private static Label cell(int kind) {
    var cell = new Label();
    cell.getStyleClass().setAll("table-cell");
    if ((kind & 1) != 0) {
      cell.getStyleClass().add("numeric");
    }
    if ((kind & 2) != 0) {
      cell.getStyleClass().add("mono");
    }
    if ((kind & 4) != 0) {
      cell.getStyleClass().add("drawn");
    }
    return cell;
  }

  private void put(String name, boolean on) {
    pseudoClassStateChanged(PseudoClass.getPseudoClass(name), on);
  }

  private void forget() {
    if (look != null) {
      look = null;
      changed.run();
    }
  }

  RowLook look() {
    if (look == null) {
      applyCss();
      List<Ink> inks =
          Arrays.stream(cells)
              .map(
                  cell ->
                      new Ink(cell.getTextFill(), letters.apply(cell.getFont()), cell.getPadding()))
              .toList();
      look =
          new RowLook(
              Objects.requireNonNullElse(getBackground(), Background.EMPTY),
              bar(getBorder()),
              inks,
              icon.getIconColor(),
              icon.getIconSize(),
              text.isStrikethrough());
    }
    return look;
  }

  private static @Nullable Paint bar(@Nullable Border border) {
    if (border == null || border.getStrokes().isEmpty() || border.getInsets().getLeft() == 0) {
      return null;
    }
    Paint left = border.getStrokes().getFirst().getLeftStroke();
    return Color.TRANSPARENT.equals(left) ? null : left;
  }
}
