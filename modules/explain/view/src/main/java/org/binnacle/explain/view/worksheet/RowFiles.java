package org.binnacle.explain.view.worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.binnacle.explain.export.ExportForm;
import org.binnacle.explain.export.RowSink;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Rows;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;

/// Rows of a result for files and for the clipboard, in the engine's forms.
final class RowFiles {
  private static final int PAGE = 512;

  private RowFiles() {}

  /// Writes all rows a page at a time, so that memory does not grow with them. Blocks.
  static void write(ExportForm form, Rows rows, Path to, Progress progress, Cancel cancel)
      throws IOException {
    long all = rows.rows();
    try (OutputStream out = Files.newOutputStream(to);
        RowSink sink = form.to(out, true)) {
      sink.begin("result", rows.columns());
      for (long at = 0; at < all; at += PAGE) {
        cancel.check();
        progress.at("rows", at, all);
        for (List<Cell> row : rows.page(at, (int) Math.min(PAGE, all - at))) {
          sink.row(row);
        }
      }
      sink.end();
    }
  }

  /// Some rows as text.
  static String text(ExportForm form, List<Head> heads, List<List<Cell>> rows) {
    var out = new ByteArrayOutputStream();
    try (RowSink sink = form.to(out, false)) {
      sink.begin("", heads);
      for (List<Cell> row : rows) {
        sink.row(row);
      }
      sink.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Some rows with tabs between cells; tabs and line ends inside of them become blanks.
  static String tabbed(List<Head> heads, List<List<Cell>> rows, boolean head) {
    var text = new StringBuilder();
    if (head) {
      text.append(
              heads.stream()
                  .map(Head::label)
                  .map(RowFiles::plain)
                  .collect(Collectors.joining("\t")))
          .append('\n');
    }
    for (List<Cell> row : rows) {
      text.append(
              row.stream().map(Cell::shown).map(RowFiles::plain).collect(Collectors.joining("\t")))
          .append('\n');
    }
    return text.toString();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
