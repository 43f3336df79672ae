package org.binnacle.explain.read;

import java.util.List;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.NodeKind;

/// One row of a tabular plan as the part of a join that it is.
final class GridTable {
  private GridTable() {}

  static JoinPart part(Unwrapped.GridRow row) {
    Extra extra = new Extra(row.cell("extra"));
    String table = row.cell("table");
    if (table.isEmpty()) {
      return new JoinPart(withoutTable(row));
    }
    AccessMethod method = AccessTypes.of(row.cell("type").isEmpty() ? null : row.cell("type"));
    if (extra.is("Using index for group-by") || extra.has("Using index for group-by (")) {
      method = AccessMethod.GROUP_SKIP_SCAN;
    } else if (extra.has("Using index for skip scan")) {
      method = AccessMethod.SKIP_SCAN;
    }
    boolean covering = extra.is("Using index") || method == AccessMethod.GROUP_SKIP_SCAN;
    var kind =
        AccessTypes.access(
            method,
            table,
            key(row, extra),
            List.of(),
            covering,
            extra.has("Backward index scan"),
            Numbers.number(row.cell("key_len")));
    Draft draft = new Draft(kind, AccessTypes.label(kind, row.cell("ref")), row.raw());
    draft.lookup = row.cell("ref").isEmpty() ? null : row.cell("ref");
    extra.into(draft);
    numbers(draft, row);
    details(draft, row);
    JoinPart part = new JoinPart(draft);
    if (!extra.joinBuffer().isEmpty()) {
      part.buffer(extra.joinBuffer());
    }
    return part;
  }

  /// An index merge names what it merges only in Extra: `Using union(a,b)`.
  private static String key(Unwrapped.GridRow row, Extra extra) {
    if (row.cell("type").equals("index_merge")) {
      for (String word : extra.words) {
        if (word.startsWith("Using ") && word.endsWith(")") && !word.startsWith("Using join")) {
          return word.substring("Using ".length());
        }
      }
    }
    return row.cell("key");
  }

  private static Draft withoutTable(Unwrapped.GridRow row) {
    String words = row.cell("extra");
    boolean constant =
        words.startsWith("No tables used") || words.startsWith("Select tables optimized");
    NodeKind kind = constant ? new NodeKind.Constant() : new NodeKind.NoRows(words);
    return new Draft(kind, words.isEmpty() ? "(no table)" : words, row.raw());
  }

  private static void numbers(Draft draft, Unwrapped.GridRow row) {
    draft.examined = Numbers.number(row.cell("rows"));
    draft.filteredPct = Numbers.number(row.cell("filtered"));
    draft.rows = TableNumbers.kept(draft.examined, draft.filteredPct);
    draft.actualExamined = Numbers.number(row.cell("r_rows"));
    draft.actualRows =
        TableNumbers.kept(draft.actualExamined, Numbers.number(row.cell("r_filtered")));
    // ANALYZE prints NULL where it never came.
    draft.neverExecuted = draft.actualExamined == null && row.cells().containsKey("r_rows");
  }

  private static void details(Draft draft, Unwrapped.GridRow row) {
    for (String column : List.of("select_type", "partitions", "possible_keys")) {
      if (!row.cell(column).isEmpty()) {
        draft.details.put(column, row.cell(column));
      }
    }
  }
}
