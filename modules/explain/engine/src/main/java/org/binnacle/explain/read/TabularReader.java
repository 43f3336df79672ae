package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.PlanFormat;

/// EXPLAIN as rows and columns, of every client and server.
final class TabularReader implements PlanReader {

  @Override
  public PlanFormat format() {
    return PlanFormat.TABULAR;
  }

  @Override
  public boolean fits(Unwrapped source) {
    return source instanceof Unwrapped.Grid grid
        && grid.rows().stream().anyMatch(row -> !row.cell("select_type").isEmpty());
  }

  @Override
  public Reading read(Unwrapped source) {
    List<Unwrapped.GridRow> rows = ((Unwrapped.Grid) source).rows();
    var blocks = new ArrayList<GridBlock>();
    var results = new ArrayList<Unwrapped.GridRow>();
    for (Unwrapped.GridRow row : rows) {
      if (row.cell("select_type").endsWith("RESULT")) {
        results.add(row);
      } else if (!row.cell("select_type").isEmpty() || !row.cell("id").isEmpty()) {
        block(blocks, row).parts.add(GridTable.part(row));
      }
    }
    var reading = new Reading();
    reading.roots.addAll(new GridTree(blocks, results).roots());
    unfinished(reading, rows);
    return reading;
  }

  private static GridBlock block(List<GridBlock> blocks, Unwrapped.GridRow row) {
    int id = (int) Reads.number(row.cell("id")).orElse(0);
    Optional<GridBlock> same =
        blocks.isEmpty() || blocks.getLast().id != id
            ? Optional.empty()
            : Optional.of(blocks.getLast());
    if (same.isPresent()) {
      return same.get();
    }
    var block = new GridBlock(id, row.cell("select_type"));
    blocks.add(block);
    return block;
  }

  private static void unfinished(Reading reading, List<Unwrapped.GridRow> rows) {
    if (reading.roots.isEmpty() && !rows.isEmpty()) {
      reading.roots.add(
          Draft.other(String.join(" ", rows.getFirst().cells().values()), rows.getFirst().raw()));
    }
  }
}
