package org.binnacle.fxkit.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.shape.Rectangle;
import org.binnacle.fxkit.table.DrawnCell.Box;
import org.binnacle.fxkit.table.DrawnCell.Content;
import org.jspecify.annotations.Nullable;

/// Draws a row's cells as bare texts: no control a cell, no pass of the sheets, no layout below the
/// row. Cells outside of the sight are not drawn.
final class RowSkin<R> extends SkinBase<LiveRow<R>> {
  private static final double BAR = 3;
  private final IdentityHashMap<TableColumn<R, ?>, DrawnCell> cells = new IdentityHashMap<>();
  private final Rectangle bar = new Rectangle();
  private List<TableColumn<R, ?>> drawn = List.of();
  private @Nullable VirtualFlow<?> flow;

  RowSkin(LiveRow<R> row) {
    super(row);
    bar.setManaged(false);
    bar.setMouseTransparent(true);
    bar.setVisible(false);
    getChildren().add(bar);
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    draw();
  }

  void draw() {
    LiveRow<R> row = getSkinnable();
    LiveView<R> view = row.view();
    double height = view.getFixedCellSize();
    RowLook look = view.looks().row(row.state());
    row.setBackground(look.ground());
    bar.setVisible(look.bar() != null);
    if (look.bar() != null) {
      bar.setFill(look.bar());
      bar.setWidth(BAR);
      bar.setHeight(height);
    }
    drop(view.getVisibleLeafColumns());
    double from = scrolled();
    double to = flow == null ? Double.MAX_VALUE : from + flow.getWidth();
    bar.setX(from);
    R item = row.getItem();
    double left = 0;
    for (TableColumn<R, ?> head : drawn) {
      double right = left + snapSizeX(head.getWidth());
      if (item == null || right <= from || left >= to) {
        DrawnCell cell = cells.get(head);
        if (cell != null) {
          cell.hide();
        }
      } else {
        DrawnCell cell = cells.computeIfAbsent(head, made -> new DrawnCell(getChildren()));
        Column<R> column = view.column(head);
        Box box = new Box(left, right - left - aside(column, head, look), height);
        cell.draw(content(column, item), column.look(), look, view.looks(), box);
      }
      left = right;
    }
  }

  /// Figures of the last column stand below its heading, which keeps room for the menu.
  private double aside(Column<R> column, TableColumn<R, ?> head, RowLook look) {
    return column.look().numeric() && LastHead.is(getSkinnable().view(), head)
        ? LastHead.ASIDE_EM * look.inks().getFirst().letters().font().getSize()
        : 0;
  }

  private static <R> Content content(Column<R> column, R item) {
    return new Content(
        LiveCell.oneLine(column.text().apply(item)),
        column.look().icon().apply(item),
        column.look().pill().apply(item));
  }

  /// Takes away the cells of columns that are no longer shown.
  private void drop(List<TableColumn<R, ?>> shown) {
    if (shown.equals(drawn)) {
      return;
    }
    drawn = new ArrayList<>(shown);
    cells.forEach(
        (head, cell) -> {
          if (!drawn.contains(head)) {
            cell.hide();
          }
        });
  }

  /// How many px of the row's left are scrolled out of sight.
  private double scrolled() {
    double moved = 0;
    Parent parent = getSkinnable().getParent();
    while (parent != null && !(parent instanceof VirtualFlow<?>)) {
      moved += parent.getLayoutX();
      parent = parent.getParent();
    }
    flow = parent instanceof VirtualFlow<?> found ? found : null;
    return flow == null ? 0 : Math.max(0, -moved);
  }

  /// Whether the column's words do not fit at present.
  boolean isCut(TableColumn<R, ?> head) {
    DrawnCell cell = cells.get(head);
    return cell != null && cell.isCut();
  }

  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    double sum = 0;
    for (TableColumn<R, ?> head : getSkinnable().view().getVisibleLeafColumns()) {
      sum += snapSizeX(head.getWidth());
    }
    return sum;
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    return getSkinnable().view().getFixedCellSize();
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return getSkinnable().view().getFixedCellSize();
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return getSkinnable().view().getFixedCellSize();
  }
}
