package org.binnacle.fxkit.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The tooltip of the cell under the mouse: what its column has to tell, or the whole text where
/// the cell shows a part of it.
final class RowTip<R> {
  private static final int LONGEST = 4000;

  private final LiveRow<R> row;
  private final LiveView<R> view;
  private @Nullable TableColumn<R, ?> over;

  RowTip(LiveRow<R> row, LiveView<R> view) {
    this.row = row;
    this.view = view;
    row.addEventHandler(MouseEvent.MOUSE_MOVED, event -> moved(view.headAt(event.getX())));
    row.addEventHandler(MouseEvent.MOUSE_EXITED, event -> moved(null));
  }

  @SuppressWarnings("ReferenceEquality") // a column is itself only
  private void moved(@Nullable TableColumn<R, ?> now) {
    if (now == over) {
      return;
    }
    over = now;
    String words = now == null ? "" : words(now);
    if (words.isEmpty()) {
      row.setTooltip(null);
      return;
    }
    var tip = new Tooltip(words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words);
    tip.setWrapText(true);
    tip.setMaxWidth(700);
    row.setTooltip(tip);
  }

  private String words(TableColumn<R, ?> head) {
    R item = row.getItem();
    if (item == null) {
      return "";
    }
    Column<R> column = view.column(head);
    String tip = column.look().tip().apply(item);
    if (!tip.isEmpty()) {
      return tip;
    }
    String full = column.text().apply(item);
    boolean cut =
        full.length() > LiveCell.LONGEST
            || (row.getSkin() instanceof RowSkin<?> skin && isCut(skin, head));
    return cut ? full : "";
  }

  @SuppressWarnings("unchecked")
  private static <R> boolean isCut(RowSkin<?> skin, TableColumn<R, ?> head) {
    return ((RowSkin<R>) skin).isCut(head);
  }
}
