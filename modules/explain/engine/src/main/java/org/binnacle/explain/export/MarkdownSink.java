package org.binnacle.explain.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;

/// A Markdown table for each result; numbers stand at the right.
final class MarkdownSink implements RowSink {
  private final Writer out;
  private List<Head> columns = List.of();
  private boolean further;

  MarkdownSink(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(String title, List<Head> heads) throws IOException {
    columns = heads;
    out.write(further ? "\n" : "");
    further = true;
    line(heads.stream().map(head -> escaped(head.label())).toList());
    line(heads.stream().map(head -> head.kind() == Head.Kind.NUMBER ? "---:" : "---").toList());
  }

  @Override
  public void row(List<Cell> row) throws IOException {
    line(
        IntStream.range(0, columns.size())
            .mapToObj(i -> i < row.size() ? row.get(i) : Cell.MISSING)
            .map(cell -> cell instanceof Cell.Null ? "*NULL*" : escaped(cell.shown()))
            .toList());
  }

  private void line(List<String> cells) throws IOException {
    out.write(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replaceAll("\\R", "<br>");
  }

  @Override
  public void end() {}

  @Override
  public void close() throws IOException {
    out.close();
  }
}
