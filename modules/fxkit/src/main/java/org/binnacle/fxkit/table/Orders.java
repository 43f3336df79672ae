package org.binnacle.fxkit.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/// The order that the sorted headers ask for, ties broken by key.
final class Orders {
  private Orders() {}

  static <R> Comparator<R> of(
      List<TableColumn<R, ?>> heads,
      Function<TableColumn<R, ?>, Column<R>> columns,
      Comparator<R> tie) {
    Comparator<R> order = null;
    for (TableColumn<R, ?> head : heads) {
      Comparator<R> own = columns.apply(head).order();
      Comparator<R> next = head.getSortType() == SortType.DESCENDING ? own.reversed() : own;
      order = order == null ? next : order.thenComparing(next);
    }
    return order == null ? tie : order.thenComparing(tie);
  }

  /// By key where keys can be compared.
  @SuppressWarnings("unchecked")
  static <R, K> Comparator<R> tie(Function<R, K> key) {
    return (left, right) -> {
      K a = key.apply(left);
      K b = key.apply(right);
      return a instanceof Comparable<?> && a.getClass() == b.getClass()
          ? ((Comparable<Object>) a).compareTo(b)
          : 0;
    };
  }
}
