package org.binnacle.explain.worksheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;

/// Some rows of a result in an order of their own, by their numbers.
final class View implements Rows {
  /// From so many rows on sorting is the server's work.
  static final int SORTED = 1_000_000;

  private static final int PAGE = 512;

  private final Rows of;
  private final int[] numbers;

  private View(Rows of, int[] numbers) {
    this.of = of;
    this.numbers = numbers;
  }

  /// A row's number with what it is sorted by.
  private record Key(int row, Cell cell) {}

  static Rows of(Rows rows, String containing, OptionalInt by, boolean descending, Cancel cancel) {
    if (containing.isEmpty() && by.isEmpty()) {
      return rows;
    }
    String wanted = containing.toLowerCase(Locale.ROOT);
    var keys = new ArrayList<Key>();
    int[] found = new int[1024];
    int count = 0;
    long all = Math.min(rows.rows(), Integer.MAX_VALUE - 8L);
    for (long at = 0; at < all; at += PAGE) {
      cancel.check();
      long first = at;
      List<List<Cell>> page = rows.page(at, (int) Math.min(PAGE, all - at));
      for (int i = 0; i < page.size(); i++) {
        if (!holds(page.get(i), wanted)) {
          continue;
        }
        int number = (int) (first + i);
        if (by.isPresent()) {
          if (keys.size() >= SORTED) {
            throw new Fault(WorksheetFaults.TOO_MANY, String.valueOf(rows.rows()));
          }
          List<Cell> row = page.get(i);
          int column = by.getAsInt();
          keys.add(new Key(number, column < row.size() ? row.get(column) : Cell.MISSING));
        } else {
          found = count < found.length ? found : Arrays.copyOf(found, count * 2);
          found[count++] = number;
        }
      }
    }
    if (by.isEmpty()) {
      return new View(rows, Arrays.copyOf(found, count));
    }
    boolean number = rows.columns().get(by.getAsInt()).kind() == Head.Kind.NUMBER;
    Comparator<Key> order = Comparator.comparing(Key::cell, number ? NUMBERS : TEXTS);
    keys.sort(descending ? order.reversed() : order);
    return new View(rows, keys.stream().mapToInt(Key::row).toArray());
  }

  private static boolean holds(List<Cell> row, String wanted) {
    return wanted.isEmpty()
        || row.stream()
            .anyMatch(
                cell ->
                    cell instanceof Cell.Text(String value)
                        && value.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// NULL before all values, as servers sort.
  private static final Comparator<Cell> TEXTS =
      Comparator.comparing((Cell cell) -> cell instanceof Cell.Text || cell instanceof Cell.Binary)
          .thenComparing(Cell::shown, String.CASE_INSENSITIVE_ORDER);

  private static final Comparator<Cell> NUMBERS =
      Comparator.comparing((Cell cell) -> cell instanceof Cell.Text).thenComparing(View::decimal);

  private static BigDecimal decimal(Cell cell) {
    try {
      return cell instanceof Cell.Text(String value) ? new BigDecimal(value) : BigDecimal.ZERO;
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  @Override
  public List<Head> columns() {
    return of.columns();
  }

  @Override
  public long rows() {
    return numbers.length;
  }

  @Override
  public List<List<Cell>> page(long from, int count) {
    var page = new ArrayList<List<Cell>>();
    int end = (int) Math.min(numbers.length, from + count);
    for (int i = (int) Math.max(0, from); i < end; i++) {
      page.addAll(of.page(numbers[i], 1));
    }
    return page;
  }
}
