package org.binnacle.explain.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// An Excel file: a sheet for each result, a further one where a sheet is full. Texts are written
/// as texts, which no spreadsheet takes for formulas; numbers that Excel would round are texts too.
final class XlsxSink implements RowSink {
  private static final int SHEET_ROWS = 1_048_576;
  private static final int CELL_CHARACTERS = 32_767;
  private static final int FLUSH = 1_000;
  private static final int DIGITS = 15;

  private final OutputStream out;
  private final Workbook book;
  private @Nullable Worksheet sheet;
  private List<Head> columns = List.of();
  private String title = "";
  private int sheets;
  private int next;

  XlsxSink(OutputStream out) {
    this.out = out;
    this.book = new Workbook(out, "Binnacle", "1.0");
  }

  @Override
  public void begin(String name, List<Head> heads) throws IOException {
    columns = heads;
    title = name;
    var _ = fresh();
  }

  private Worksheet fresh() throws IOException {
    finished();
    sheets++;
    Worksheet made = book.newWorksheet(name(title, sheets));
    made.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      made.inlineString(0, i, columns.get(i).label());
      made.style(0, i).bold().set();
    }
    next = 1;
    sheet = made;
    return made;
  }

  /// Excel refuses some characters and more than 31 of them.
  private static String name(String title, int number) {
    String safe = title.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").strip();
    String base = safe.isEmpty() ? "Result" : safe;
    return number + " " + base.substring(0, Math.min(24, base.length()));
  }

  @Override
  public void row(List<Cell> row) throws IOException {
    Worksheet to = sheet;
    if (to == null || next >= SHEET_ROWS) {
      to = fresh();
    }
    for (int i = 0; i < columns.size() && i < row.size(); i++) {
      switch (row.get(i)) {
        case Cell.Null ignored -> {}
        case Cell.Missing ignored -> {}
        case Cell.Text(String value) -> text(to, i, value);
        case Cell.Binary ignored -> to.inlineString(next, i, cut(row.get(i).shown()));
      }
    }
    next++;
    if (next % FLUSH == 0) {
      to.flush();
    }
  }

  private void text(Worksheet to, int column, String value) {
    if (columns.get(column).kind() == Head.Kind.NUMBER) {
      try {
        var number = new BigDecimal(value);
        if (number.precision() <= DIGITS) {
          to.value(next, column, number);
          return;
        }
      } catch (NumberFormatException e) {
        // A number that is none: shown as the server wrote it.
      }
    }
    to.inlineString(next, column, cut(value));
  }

  private static String cut(String value) {
    String safe = value.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    return safe.length() <= CELL_CHARACTERS ? safe : safe.substring(0, CELL_CHARACTERS - 1) + "…";
  }

  private void finished() throws IOException {
    Worksheet open = sheet;
    if (open != null) {
      open.finish();
    }
    sheet = null;
  }

  @Override
  public void end() throws IOException {
    finished();
  }

  @Override
  public void close() throws IOException {
    if (sheets == 0) {
      columns = List.of();
      var _ = fresh();
    }
    finished();
    book.finish();
    out.close();
  }
}
