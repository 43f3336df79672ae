package org.binnacle.explain.worksheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.binnacle.kernel.Cancel;

/// A result of a statement, of one instance or merged of several, whose rows may still come. Rows
/// are paged from a spool: 8 MB of them stay in memory, the rest lies in a file until the worksheet
/// is closed or runs anew. All methods are safe for every thread; those that read rows may touch
/// the disk: not for the FX thread where the rows are many, see {@link #page}.
public final class Result implements Rows {
  private static final long MEMORY_BYTES = 8L * 1024 * 1024;

  private final int statement;
  private final boolean merged;
  private final Spool spool;
  private volatile List<Head> columns = List.of();

  Result(int statement, boolean merged, Path folder) {
    this.statement = statement;
    this.merged = merged;
    this.spool = new Spool(folder, MEMORY_BYTES);
  }

  /// The place of its statement in the script, from 0.
  public int statement() {
    return statement;
  }

  /// Whether the first column is the instance's name.
  public boolean merged() {
    return merged;
  }

  /// The columns; merged ones may become more while rows come, always at the end.
  @Override
  public List<Head> columns() {
    return columns;
  }

  @Override
  public long rows() {
    return spool.rows();
  }

  /// Some rows from one on, in the order in which they came; fewer at the end. A row may have fewer
  /// cells than there are columns. Rows of the last pages asked for are kept decoded, so that
  /// scrolling costs some 0.1 ms a page once read.
  @Override
  public List<List<Cell>> page(long from, int count) {
    return spool.page(from, count);
  }

  /// The rows that hold a text, sorted by a column; a snapshot of those that are there now. Blocks
  /// while it reads all rows.
  ///
  /// @param containing a text in any cell, ignoring case; empty for all rows
  /// @param by the column to sort by; empty for the order in which they came
  public Rows view(String containing, OptionalInt by, boolean descending, Cancel cancel) {
    return View.of(this, containing, by, descending, cancel);
  }

  /// Bytes that lie on the disk.
  public long onDiskBytes() {
    return spool.onDiskBytes();
  }

  /// Where an instance's columns stand in the merged row: index by its own place.
  synchronized int[] places(List<Head> own, Head instance) {
    var all = new ArrayList<>(columns);
    if (merged && all.isEmpty()) {
      all.add(instance);
    }
    int[] places = new int[own.size()];
    var taken = new ArrayList<Integer>();
    for (int i = 0; i < places.length; i++) {
      places[i] = place(all, own.get(i), taken);
      taken.add(places[i]);
    }
    columns = List.copyOf(all);
    return places;
  }

  private int place(List<Head> all, Head own, List<Integer> taken) {
    for (int i = merged ? 1 : 0; i < all.size(); i++) {
      if (!taken.contains(i) && all.get(i).label().equalsIgnoreCase(own.label())) {
        return i;
      }
    }
    all.add(own);
    return all.size() - 1;
  }

  void append(List<Cell> row) {
    spool.append(row);
  }

  void close() {
    spool.close();
  }
}
