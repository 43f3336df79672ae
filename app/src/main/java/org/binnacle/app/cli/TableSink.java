package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.explain.export.RowSink;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;

/// Results as tables on the terminal. Widths want all rows, so those are held: they are limited.
final class TableSink implements RowSink {
  private final Call call;
  private final List<List<Cell>> rows = new ArrayList<>();
  private List<Head> columns = List.of();
  private boolean further;

  TableSink(Call call) {
    this.call = call;
  }

  @Override
  public void begin(String title, List<Head> heads) {
    columns = heads;
    rows.clear();
  }

  @Override
  public void row(List<Cell> row) {
    rows.add(row);
  }

  @Override
  public void end() {
    if (further) {
      call.terminal().out().println();
    }
    further = true;
    var table =
        new Table(
            columns.stream()
                .map(
                    head ->
                        new Table.Column(
                            Harmless.line(head.label()),
                            head.kind() == Head.Kind.NUMBER,
                            head.kind() != Head.Kind.NUMBER))
                .toArray(Table.Column[]::new));
    for (List<Cell> row : rows) {
      table.row(row.stream().map(TableSink::cell).toArray());
    }
    call.print(table);
    call.terminal().flushed();
    rows.clear();
  }

  private static Table.Cell cell(Cell cell) {
    return new Table.Cell(
        cell.shown(),
        cell instanceof Cell.Null || cell instanceof Cell.Binary ? Tone.FAINT : Tone.PLAIN);
  }

  @Override
  public void close() {
    call.terminal().flushed();
  }
}
