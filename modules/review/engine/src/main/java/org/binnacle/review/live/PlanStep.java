package org.binnacle.review.live;

import java.util.List;
import java.util.Set;

/// A step of a plan.
///
/// @param id stable within the plan
/// @param kind such as `table-scan`, `hash-join`, `sort`: the plan reader's short names
/// @param label in the server's words
/// @param table as the statement calls it; empty for steps that read none
/// @param base the table behind an alias; as `table` where there is none
/// @param index that is read; empty for none
/// @param rows read at one time; negative where the server does not tell
/// @param loops how often the step is expected to run
/// @param tableRows rows of the table; negative where nobody knows
/// @param conditional whether a condition is tested on its rows
/// @param marks such as `FILESORT`, `TEMPORARY`, `JOIN_BUFFER`, `DEPENDENT`
/// @param partitions the table's partitions, 0 for none
/// @param read partitions that are read
public record PlanStep(
    String id,
    String kind,
    String label,
    String table,
    String base,
    String index,
    double rows,
    double loops,
    long tableRows,
    boolean conditional,
    Set<String> marks,
    int partitions,
    int read) {

  /// From the best to the worst, as the manual orders join types.
  private static final List<String> ACCESS =
      List.of(
          "const-row",
          "unique-lookup",
          "index-lookup",
          "fulltext",
          "group-skip-scan",
          "range-scan",
          "skip-scan",
          "index-merge",
          "index-scan",
          "table-scan");

  public PlanStep {
    marks = Set.copyOf(marks);
  }

  public boolean readsTable() {
    return ACCESS.contains(kind) && !table.isEmpty() && !table.startsWith("<");
  }

  public boolean is(String kind) {
    return this.kind.equals(kind);
  }

  /// Whether all rows of the table are read: by a scan of it, or of its primary key, which is the
  /// table (so servers plan an UPDATE without an index).
  public boolean readsAll() {
    return is("table-scan") || (is("index-scan") && index.equals("PRIMARY"));
  }

  public boolean has(String mark) {
    return marks.contains(mark);
  }

  /// How bad the way to the rows is: the higher the worse; negative for steps that read no table.
  public int access() {
    return ACCESS.indexOf(kind);
  }

  /// The place of a kind in that order.
  public static int rank(String kind) {
    return ACCESS.indexOf(kind);
  }

  public double examined() {
    return Math.max(0, rows) * Math.max(1, loops);
  }
}
