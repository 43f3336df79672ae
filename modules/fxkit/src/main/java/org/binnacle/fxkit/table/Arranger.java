package org.binnacle.fxkit.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Filters and sorts rows on a virtual thread that lives only while there is something to do. Wants
/// that come while it works are merged into one more round.
final class Arranger<R> implements AutoCloseable {

  record Want<R>(List<R> rows, Predicate<R> filter, Comparator<R> order) {}

  /// @param all how many rows there were before the filter
  /// @param edition the same as before where the rows are equal to those before, so that the screen
  ///   can skip them
  record Arranged<R>(List<R> rows, int all, long edition) {}

  private final String name;
  private final Consumer<Arranged<R>> out;
  private Want<R> want;
  private boolean asked;
  private boolean closed;
  private @Nullable Thread worker;
  private List<R> before = List.of();
  private long edition;

  Arranger(String name, Want<R> first, Consumer<Arranged<R>> out) {
    this.name = name;
    this.want = first;
    this.out = out;
  }

  /// From any thread.
  synchronized void change(UnaryOperator<Want<R>> by) {
    if (closed) {
      return;
    }
    want = by.apply(want);
    asked = true;
    if (worker == null) {
      worker = Thread.ofVirtual().name(name).start(this::work);
    }
  }

  private void work() {
    try {
      for (Want<R> next = take(); next != null; next = take()) {
        List<R> rows = next.rows().stream().filter(next.filter()).sorted(next.order()).toList();
        if (!rows.equals(before)) {
          edition++;
          before = rows;
        }
        out.accept(new Arranged<>(before, next.rows().size(), edition));
      }
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        worker = null;
      }
      throw e;
    }
  }

  private synchronized @Nullable Want<R> take() {
    if (!asked || closed) {
      worker = null;
      return null;
    }
    asked = false;
    return want;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (worker != null) {
      worker.interrupt();
    }
  }
}
