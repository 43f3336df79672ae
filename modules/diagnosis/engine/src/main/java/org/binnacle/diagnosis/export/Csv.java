package org.binnacle.diagnosis.export;

import java.util.List;
import org.binnacle.diagnosis.session.Field;

/// RFC 4180 with a header. A text that a spreadsheet would take for a formula gets an apostrophe
/// before it, since the text of a query is hostile input.
public final class Csv<T> implements Rows.Writer<T> {
  private final List<Head<T>> heads;

  Csv(List<Head<T>> heads) {
    this.heads = List.copyOf(heads);
  }

  @Override
  public void begin(StringBuilder to) {
    to.append(String.join(",", heads.stream().map(Head::name).toList())).append("\r\n");
  }

  @Override
  public void row(StringBuilder to, T row, boolean first) {
    for (int i = 0; i < heads.size(); i++) {
      Head<T> head = heads.get(i);
      to.append(i == 0 ? "" : ",");
      if (head.type() == Field.Type.TEXT) {
        to.append(cell(head.text().apply(row)));
      } else {
        head.number().apply(row).ifPresent(to::append);
      }
    }
    to.append("\r\n");
  }

  @Override
  public void end(StringBuilder to) {}

  /// One text as a cell.
  public static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    boolean plain =
        safe.chars()
            .noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c < ' ');
    return plain && safe.equals(safe.strip()) ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  // Spreadsheets skip blanks before a formula's sign.
  private static boolean isFormula(String text) {
    String bare = text.strip();
    return (!bare.isEmpty() && "=+-@".indexOf(bare.charAt(0)) >= 0)
        || (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0);
  }
}
