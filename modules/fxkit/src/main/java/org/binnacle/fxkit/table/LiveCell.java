package org.binnacle.fxkit.table;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.binnacle.fxkit.theme.Colours;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A cell that shows what its column says of the row; its nodes are made once and reused.
final class LiveCell<R> extends TableCell<R, R> {
  /// Longer texts are cut before they are laid out: a statement can be megabytes long.
  private static final int LONGEST = 300;

  private final Column<R> column;
  private @Nullable FontIcon icon;
  private @Nullable Label pill;

  LiveCell(Column<R> column) {
    this.column = column;
    setTextOverrun(column.look().overrun());
    setAlignment(column.look().numeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    if (column.look().numeric()) {
      getStyleClass().add("numeric");
    }
    if (column.look().mono()) {
      getStyleClass().add("mono");
    }
    hoverProperty().addListener((seen, was, is) -> tell(is));
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    String text = oneLine(column.text().apply(row));
    String token = column.look().pill().apply(row);
    if (!token.isEmpty()) {
      setText(null);
      setGraphic(text.isEmpty() ? null : pill(text, token));
      return;
    }
    String literal = column.look().icon().apply(row);
    setGraphic(literal.isEmpty() ? null : icon(literal));
    setText(text);
  }

  private Label pill(String text, String token) {
    if (pill == null) {
      pill = new Label();
      pill.getStyleClass().add("pill");
      setContentDisplay(ContentDisplay.LEFT);
    }
    pill.setText(text);
    Colours.put(pill, token);
    return pill;
  }

  private FontIcon icon(String literal) {
    if (icon == null) {
      icon = new FontIcon(literal);
    } else if (!literal.equals(icon.getIconLiteral())) {
      icon.setIconLiteral(literal);
    }
    return icon;
  }

  private void tell(boolean hovered) {
    R row = getItem();
    setTooltip(null);
    if (!hovered || row == null) {
      return;
    }
    String tip = column.look().tip().apply(row);
    String full = column.text().apply(row);
    if (tip.isEmpty() && isCut(full)) {
      tip = full;
    }
    if (!tip.isEmpty()) {
      var tooltip = new Tooltip(tip.length() > 4000 ? tip.substring(0, 4000) + " …" : tip);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(700);
      setTooltip(tooltip);
    }
  }

  /// Whether the cell shows less than the text: the laid-out text differs from what was set.
  private boolean isCut(String full) {
    if (full.length() > LONGEST) {
      return true;
    }
    return lookup(".text") instanceof Text shown
        && getText() != null
        && !shown.getText().equals(getText());
  }

  static String oneLine(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    boolean breaks = cut.indexOf('\n') >= 0 || cut.indexOf('\r') >= 0 || cut.indexOf('\t') >= 0;
    return breaks ? cut.replaceAll("\\s+", " ").strip() : cut;
  }
}
