package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.app.cli.Terminal.Tone;

/// Rows under headings in aligned columns. On a terminal no line is longer than the window: the
/// elastic columns give way. Elsewhere nothing is cut, so that the output can be searched.
final class Table {
  private static final String GAP = "  ";
  private static final int LEAST = 8;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /// @param right numbers stand at the right
  /// @param elastic gives way on a narrow terminal
  record Column(String title, boolean right, boolean elastic) {
    static Column text(String title) {
      return new Column(title, false, false);
    }

    static Column number(String title) {
      return new Column(title, true, false);
    }

    static Column elastic(String title) {
      return new Column(title, false, true);
    }
  }

  /// Text of any origin: it is made harmless here.
  ///
  /// @param indent blanks before it, for rows that make a tree
  record Cell(String text, Tone tone, int indent) {
    Cell {
      text = " ".repeat(indent) + Harmless.line(text);
    }

    Cell(String text, Tone tone) {
      this(text, tone, 0);
    }

    static Cell of(Object value) {
      return new Cell(String.valueOf(value), Tone.PLAIN);
    }
  }

  void row(Object... values) {
    var row = new ArrayList<Cell>(values.length);
    for (Object value : values) {
      row.add(value instanceof Cell cell ? cell : Cell.of(value));
    }
    rows.add(row);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<String> lines(Terminal terminal) {
    int[] widths = widths();
    if (terminal.live()) {
      shrink(widths, terminal.size().columns());
    }
    var lines = new ArrayList<String>(rows.size() + 1);
    lines.add(
        line(
            columns.stream().map(column -> new Cell(column.title(), Tone.STRONG)).toList(),
            widths,
            terminal));
    for (var row : rows) {
      lines.add(line(row, widths, terminal));
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Cells.width(columns.get(i).title());
      for (var row : rows) {
        widths[i] = Math.max(widths[i], Cells.width(row.get(i).text()));
      }
    }
    return widths;
  }

  /// Takes from the widest elastic column first, a place at a time, so that none vanishes.
  private void shrink(int[] widths, int places) {
    int over = (widths.length - 1) * GAP.length() - places;
    for (int width : widths) {
      over += width;
    }
    while (over > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (columns.get(i).elastic()
            && widths[i] > LEAST
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      over--;
    }
  }

  private String line(List<Cell> cells, int[] widths, Terminal terminal) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Cell cell = cells.get(i);
      String text =
          Cells.padded(Cells.cut(cell.text(), widths[i]), widths[i], columns.get(i).right());
      boolean last = i == widths.length - 1;
      line.append(terminal.painted(cell.tone(), last ? text.stripTrailing() : text));
      line.append(last ? "" : GAP);
    }
    return line.toString().stripTrailing();
  }
}
