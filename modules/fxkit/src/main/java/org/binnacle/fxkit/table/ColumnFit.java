package org.binnacle.fxkit.table;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.table.RowLook.Ink;
import org.binnacle.fxkit.theme.Themes;

/// Makes columns as wide as what they show, so that room is left for the one that fills: first down
/// to the texts of the first rows, then up as wider texts come, never beyond half as much again as
/// their width of the first start. All of that grows with the letters. A width that the user gave
/// is left alone.
final class ColumnFit<R> {
  private static final int ROWS = 60;
  private static final double MORE = 1.5;
  private static final double GAP = 4;

  private final LiveView<R> view;

  /// What the contents want, px; what was set stands in {@link #given}.
  private final IdentityHashMap<TableColumn<R, ?>, Double> wanted = new IdentityHashMap<>();

  private final IdentityHashMap<TableColumn<R, ?>, Double> given = new IdentityHashMap<>();
  private List<R> rows = List.of();

  /// How much larger letters are than usual.
  private double scale = 1;

  private boolean waiting;

  ColumnFit(LiveView<R> view) {
    this.view = view;
    view.getSortOrder().addListener((ListChangeListener<TableColumn<R, ?>>) change -> heads());
    view.getVisibleLeafColumns()
        .addListener(
            (ListChangeListener<TableColumn<R, ?>>)
                change -> {
                  heads();
                  fit(rows);
                });
    view.skinProperty().addListener(seen -> FxThread.later(() -> fit(rows)));
    view.onLooks(this::fitSoon);
    heads();
  }

  /// Not within the pass of the sheets that tells of another look, and once for all of them.
  private void fitSoon() {
    if (!waiting) {
      waiting = true;
      FxThread.later(
          () -> {
            waiting = false;
            fit(rows);
          });
    }
  }

  /// Before anything is remembered: every width is ours.
  void begin() {
    wanted.clear();
    for (TableColumn<R, ?> head : view.getColumns()) {
      give(head, Math.max(head.getMinWidth(), usual(head)));
    }
  }

  /// Whether the column's width is ours and not the user's.
  boolean isOurs(TableColumn<R, ?> head) {
    Double own = given.get(head);
    return own != null
        && Math.abs(own - head.getPrefWidth()) < 1
        && Math.abs(Math.max(own, head.getMinWidth()) - head.getWidth()) < 1;
  }

  /// Looks at the first of these rows.
  void fit(List<R> shown) {
    rows = shown.size() > ROWS ? shown.subList(0, ROWS) : shown;
    if (view.getScene() == null || view.getSkin() == null) {
      return;
    }
    letters();
    if (rows.isEmpty()) {
      return;
    }
    for (TableColumn<R, ?> head : List.copyOf(view.getVisibleLeafColumns())) {
      if (isOurs(head) && !FillColumn.fills(head)) {
        double most = usual(head) * MORE;
        double now = Math.min(most, widest(view.column(head), most)) + aside(head);
        double before = wanted.getOrDefault(head, 0.0);
        if (now > before) {
          wanted.put(head, now);
          give(head, Math.max(now, head.getMinWidth()));
        }
      }
    }
  }

  /// Figures of the last column stand left of the menu's room.
  private double aside(TableColumn<R, ?> head) {
    return view.column(head).look().numeric() && LastHead.is(view, head)
        ? scale * LastHead.ASIDE_EM * Themes.USUAL
        : 0;
  }

  private double widest(Column<R> column, double enough) {
    Ink ink = ink(column);
    double sides = ink.padding().getLeft() + ink.padding().getRight() + GAP;
    double widest = 1;
    for (int i = 0; i < rows.size() && widest < enough; i++) {
      R row = rows.get(i);
      String words = LiveCell.oneLine(column.text().apply(row));
      String pill = words.isEmpty() ? "" : column.look().pill().apply(row);
      double wide = sides;
      if (!column.look().icon().apply(row).isEmpty()) {
        wide += ink.letters().width(words) + view.looks().row(plain()).iconSize() + GAP;
      } else if (pill.isEmpty()) {
        wide += ink.letters().width(words);
      } else {
        Ink inner = view.looks().pill(pill).ink();
        wide +=
            inner.letters().width(words) + inner.padding().getLeft() + inner.padding().getRight();
      }
      widest = Math.max(widest, wide);
    }
    return Math.ceil(widest);
  }

  private Ink ink(Column<R> column) {
    return view.looks().row(plain()).ink(column.look());
  }

  private static RowState plain() {
    return new RowState(Set.of(), true, false, false, false, false);
  }

  private void give(TableColumn<R, ?> head, double width) {
    given.put(head, width);
    // What a larger least width made of it stays when that goes, as while columns came and each was
    // the last for a moment: only a new wish moves it.
    if (head.getPrefWidth() == width && head.getWidth() != Math.max(width, head.getMinWidth())) {
      head.setPrefWidth(width + 1);
    }
    head.setPrefWidth(width);
  }

  /// The width of the first start, with the letters of now.
  private double usual(TableColumn<R, ?> head) {
    return view.column(head).width() * scale;
  }

  /// Other letters want other widths, of the headings too.
  private void letters() {
    double now =
        view.looks().row(plain()).inks().getFirst().letters().font().getSize() / Themes.USUAL;
    if (Math.abs(now - scale) < 0.01) {
      return;
    }
    scale = now;
    wanted.clear();
    heads();
    for (TableColumn<R, ?> head : view.getColumns()) {
      if (isOurs(head) && !FillColumn.fills(head)) {
        give(head, Math.max(head.getMinWidth(), usual(head)));
      }
    }
  }

  /// Only the columns that are sorted by need room for the arrow, the last one for the menu.
  private void heads() {
    for (TableColumn<R, ?> head : view.getColumns()) {
      double least =
          scale * TableHeads.least(head.getText(), view.getSortOrder().contains(head))
              + (LastHead.is(view, head) ? scale * LastHead.MENU : 0);
      boolean ours = isOurs(head);
      if (least != head.getMinWidth()) {
        head.setMinWidth(least);
        if (ours && !FillColumn.fills(head)) {
          double content = wanted.getOrDefault(head, usual(head));
          give(head, Math.max(content, least));
        }
      }
    }
  }
}
