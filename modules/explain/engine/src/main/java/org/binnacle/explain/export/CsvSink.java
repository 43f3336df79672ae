package org.binnacle.explain.export;

import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;

/// CSV as RFC 4180 has it: commas, CR LF, quotes where they are needed. NULL is nothing between the
/// commas, the empty text is `""`; bytes are `0x1F`. Several results have an empty line between
/// them.
final class CsvSink implements RowSink {
  private final Writer out;
  private final boolean guarded;
  private boolean[] numbers = new boolean[0];
  private boolean further;

  CsvSink(Writer out, boolean guarded) {
    this.out = out;
    this.guarded = guarded;
  }

  @Override
  public void begin(String title, List<Head> columns) throws IOException {
    if (further) {
      out.write("\r\n");
    }
    further = true;
    numbers = new boolean[columns.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = columns.get(i).kind() == Head.Kind.NUMBER;
      out.write(i == 0 ? "" : ",");
      text(columns.get(i).label());
    }
    out.write("\r\n");
  }

  @Override
  public void row(List<Cell> row) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      switch (i < row.size() ? row.get(i) : Cell.MISSING) {
        case Cell.Null ignored -> {}
        case Cell.Missing ignored -> {}
        case Cell.Text(String value) -> {
          if (numbers[i]) {
            out.write(value);
          } else {
            text(value);
          }
        }
        case Cell.Binary(byte[] value) ->
            out.write("0x" + HexFormat.of().withUpperCase().formatHex(value));
      }
    }
    out.write("\r\n");
  }

  private void text(String value) throws IOException {
    String safe = guarded && formula(value) ? "'" + value : value;
    if (plain(safe)) {
      out.write(safe);
    } else {
      out.write('"');
      out.write(safe.indexOf('"') < 0 ? safe : safe.replace("\"", "\"\""));
      out.write('"');
    }
  }

  private static boolean plain(String value) {
    if (value.isEmpty()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == ';' || c < ' ') {
        return false;
      }
    }
    return value.charAt(0) != ' ' && value.charAt(value.length() - 1) != ' ';
  }

  /// Spreadsheets skip blanks before a formula's sign.
  private static boolean formula(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > ' ') {
        return c == '=' || c == '+' || c == '-' || c == '@';
      }
    }
    return false;
  }

  @Override
  public void end() {}

  @Override
  public void close() throws IOException {
    out.close();
  }
}
