package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.binnacle.app.cli.Table.Column;

/// Which columns of a table a window has room for, and how wide each is there.
final class TableFit {
  private static final int GAP = 2;
  private static final int LEAST_ELASTIC = 8;
  private static final int LEAST_TEXT = 6;

  private final List<Column> columns;
  private final int[] widths;
  private final int places;
  private final List<Integer> shown = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private Optional<Integer> folded = Optional.empty();

  /// @param widths what each column needs so that nothing of it is cut
  TableFit(List<Column> columns, int[] widths, int places) {
    this.columns = columns;
    this.widths = widths.clone();
    this.places = places;
    for (int i = 0; i < widths.length; i++) {
      shown.add(i);
    }
    fold();
    leaveOut();
    shrink(Column::elastic, 0);
    shrink(TableFit::text, 0);
    shrink(Column::elastic, LEAST_ELASTIC);
    shrink(TableFit::text, LEAST_TEXT);
  }

  /// The column whose text stands below its row.
  Optional<Integer> folded() {
    return folded;
  }

  /// A text that would get little room stands below, before another column is left out for it.
  private void fold() {
    folded = shown.stream().filter(i -> columns.get(i).folds() && needed() > places).findFirst();
    folded.ifPresent(i -> shown.remove(/* element */ i));
  }

  int places() {
    return places;
  }

  List<Integer> shown() {
    return shown;
  }

  int width(int column) {
    return widths[column];
  }

  /// The headings of the columns that there is no room for.
  List<String> leftOut() {
    return leftOut;
  }

  private static boolean text(Column column) {
    return !column.right() && !column.elastic();
  }

  private void leaveOut() {
    while (needed() > places) {
      Optional<Integer> next =
          shown.stream()
              .filter(i -> columns.get(i).spare() > 0)
              .max(Comparator.comparingInt(i -> columns.get(i).spare()));
      if (next.isEmpty()) {
        break;
      }
      shown.remove(/* element */ next.get());
    }
    for (int i = 0; i < widths.length; i++) {
      if (!shown.contains(i) && !folded.equals(Optional.of(i))) {
        leftOut.add(columns.get(i).title());
      }
    }
  }

  /// With every column that can give way at a width that still says something.
  private long needed() {
    long needed = (shown.size() - 1L) * GAP;
    for (int i : shown) {
      Column column = columns.get(i);
      boolean gives = column.elastic() || text(column);
      needed += gives ? Math.min(widths[i], column.keeps()) : widths[i];
    }
    return needed;
  }

  /// Takes from the widest first, a place at a time, so that none vanishes.
  ///
  /// @param least 0: what each keeps while others can give way
  private void shrink(Predicate<Column> which, int least) {
    long over = (shown.size() - 1L) * GAP - places;
    for (int i : shown) {
      over += widths[i];
    }
    for (; over > 0; over--) {
      int widest = -1;
      for (int i : shown) {
        if (which.test(columns.get(i))
            && widths[i] > (least > 0 ? least : columns.get(i).keeps())
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }
}
