package org.binnacle.explain.view.worksheet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableListBase;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Rows;
import org.binnacle.fxkit.FxThread;

/// The rows of a result as a list for a table, of which only the pages that are looked at are in
/// memory. A page is read off the FX thread; until it is there its rows are empty. On the FX
/// thread.
final class PagedRows extends ObservableListBase<GridRow> {
  private static final int PAGE = 128;
  private static final int PAGES = 24;

  private final Rows rows;
  private final Runnable arrived;
  private final Set<Integer> asked = new HashSet<>();
  private final Map<Integer, List<List<Cell>>> pages =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<List<Cell>>> eldest) {
          return size() > PAGES;
        }
      };
  private int size;

  /// @param arrived called when rows have come that were asked for
  PagedRows(Rows rows, Runnable arrived) {
    this.rows = rows;
    this.arrived = arrived;
  }

  Rows rows() {
    return rows;
  }

  /// Takes notice of rows that came since.
  void grow() {
    FxThread.check();
    int now = (int) Math.min(Integer.MAX_VALUE - 8, rows.rows());
    if (now > size) {
      int was = size;
      // The page at the end was read when it was shorter.
      pages.remove(was / PAGE);
      beginChange();
      size = now;
      nextAdd(was, now);
      endChange();
    }
  }

  @Override
  public GridRow get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    int number = index / PAGE;
    List<List<Cell>> page = pages.get(number);
    if (page == null) {
      ask(number);
      return new GridRow(index, List.of());
    }
    int at = index - number * PAGE;
    return new GridRow(index, at < page.size() ? page.get(at) : List.of());
  }

  /// A row that is read here and now, for what a user does to one.
  GridRow whole(int index) {
    List<List<Cell>> one = rows.page(index, 1);
    return new GridRow(index, one.isEmpty() ? List.of() : one.getFirst());
  }

  @Override
  public int size() {
    return size;
  }

  private void ask(int number) {
    if (asked.add(number)) {
      var _ =
          Thread.ofVirtual()
              .name("page of a result")
              .start(
                  () -> {
                    List<List<Cell>> page = read(number);
                    FxThread.later(
                        () -> {
                          asked.remove(number);
                          pages.put(number, page);
                          arrived.run();
                        });
                  });
    }
  }

  private List<List<Cell>> read(int number) {
    try {
      return rows.page((long) number * PAGE, PAGE);
    } catch (RuntimeException closed) {
      // The worksheet was closed or has begun a new run: nobody looks at this page any more.
      return List.of();
    }
  }
}
