package org.binnacle.explain.read;

import org.jspecify.annotations.Nullable;

/// Rows, cost and measured figures of a `table` object.
final class TableNumbers {
  private TableNumbers() {}

  static void into(Draft draft, Json.Obj table) {
    Double examined = table.number("rows_examined_per_scan");
    draft.examined = examined != null ? examined : table.number("rows");
    draft.filteredPct = table.number("filtered");
    draft.rows = kept(draft.examined, draft.filteredPct);
    Double cost = table.number("cost");
    draft.cost = cost != null ? cost : ownCost(table);
    measured(draft, table);
  }

  /// Version 1 gives the cost up to and with a table; the table's own is what it reads and
  /// evaluates.
  private static @Nullable Double ownCost(Json.Obj table) {
    Json.Obj info = table.object("cost_info").orElse(null);
    if (info == null) {
      return null;
    }
    Double read = info.number("read_cost");
    Double eval = info.number("eval_cost");
    return read == null || eval == null ? null : Double.valueOf(read + eval);
  }

  private static void measured(Draft draft, Json.Obj table) {
    if (!(table.get("r_rows") instanceof Json.Scalar rows)) {
      return;
    }
    Double loops = table.number("r_loops");
    if (rows.isNull() || (loops != null && loops == 0)) {
      draft.neverExecuted = true;
      return;
    }
    draft.actualExamined = Numbers.number(rows.text());
    draft.actualRows = kept(draft.actualExamined, table.number("r_filtered"));
    draft.loops = loops == null ? 1 : loops;
    Double inTable = table.number("r_table_time_ms");
    Double inOther = table.number("r_other_time_ms");
    Double all = table.number("r_total_time_ms");
    if (inTable != null || inOther != null) {
      draft.ownMs = (inTable == null ? 0 : inTable) + (inOther == null ? 0 : inOther);
    } else if (all != null) {
      draft.ownMs = all;
    }
  }

  static @Nullable Double kept(@Nullable Double rows, @Nullable Double pct) {
    return rows == null ? null : pct == null ? rows : Double.valueOf(rows * pct / 100);
  }
}
