package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.app.cli.Terminal.Tone;

/// Rows under headings in aligned columns. On a terminal no line is longer than the window: elastic
/// columns give way, then texts; where that is not enough, spare columns are left out and a last
/// line names them. A folding column stands below its row instead. Elsewhere nothing is cut, so
/// that the output can be searched.
final class Table {
  private static final String GAP = "  ";
  private static final int INDENT = 4;
  private static final int MOST_BELOW = 5;

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /// @param right numbers stand at the right
  /// @param elastic gives way on a narrow terminal
  /// @param spare where the terminal is too narrow the column with the highest number is left out
  ///   first; with 0 it stays
  /// @param keeps so many places where others can give way instead
  /// @param folds where the others leave little room its text stands below the row, folded
  record Column(String title, boolean right, boolean elastic, int spare, int keeps, boolean folds) {
    Column(String title, boolean right, boolean elastic) {
      this(title, right, elastic, 0, elastic ? 16 : 12, false);
    }

    static Column text(String title) {
      return new Column(title, false, false);
    }

    static Column number(String title) {
      return new Column(title, true, false);
    }

    static Column elastic(String title) {
      return new Column(title, false, true);
    }

    Column spare(int rank) {
      return new Column(title, right, elastic, rank, keeps, folds);
    }

    Column keeps(int places) {
      return new Column(title, right, elastic, spare, places, folds);
    }

    /// An elastic text, the last of its table.
    static Column folding(String title) {
      return new Column(title, false, true, 0, 40, true);
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
    int places = terminal.live() ? terminal.size().columns() : Integer.MAX_VALUE;
    var fit = new TableFit(columns, widths, places);
    var lines = new ArrayList<String>(rows.size() + 1);
    var titles = columns.stream().map(column -> new Cell(column.title(), Tone.STRONG)).toList();
    lines.add(line(titles, fit, terminal));
    for (var row : rows) {
      lines.add(line(row, fit, terminal));
      fit.folded().ifPresent(i -> lines.addAll(below(row.get(i), terminal)));
    }
    if (!fit.leftOut().isEmpty() && !rows.isEmpty()) {
      String names = "too narrow for: " + String.join(", ", fit.leftOut());
      Folded.of(names, terminal).forEach(each -> lines.add(terminal.painted(Tone.FAINT, each)));
    }
    return lines;
  }

  private static List<String> below(Cell cell, Terminal terminal) {
    List<String> all = Folded.of(" ".repeat(INDENT) + cell.text().strip(), terminal);
    List<String> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_BELOW)));
    if (all.size() > MOST_BELOW) {
      String last = shown.removeLast();
      shown.add(Cells.cut(last + "……", Math.min(Cells.width(last) + 1, terminal.size().columns())));
    }
    return shown.stream().map(line -> terminal.painted(cell.tone(), line)).toList();
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

  private String line(List<Cell> cells, TableFit fit, Terminal terminal) {
    var line = new StringBuilder();
    int left = fit.places();
    int blanks = 0;
    for (int i : fit.shown()) {
      Cell cell = cells.get(i);
      int width = fit.width(i);
      String text = Cells.padded(Cells.cut(cell.text(), width), width, columns.get(i).right());
      String seen = columns.get(i).right() ? text : text.stripTrailing();
      if (!seen.isBlank() && blanks < left) {
        String fits = Cells.cut(seen, left - blanks);
        line.repeat(" ", blanks).append(terminal.painted(cell.tone(), fits));
        left -= blanks + Cells.width(fits);
        blanks = width - Cells.width(seen) + GAP.length();
      } else {
        blanks += width + GAP.length();
      }
    }
    return line.toString();
  }
}
