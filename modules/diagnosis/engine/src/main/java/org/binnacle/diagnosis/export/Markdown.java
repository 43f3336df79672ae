package org.binnacle.diagnosis.export;

import java.util.List;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Span;

/// A table for a ticket; times as people read them.
final class Markdown<T> implements Rows.Writer<T> {
  private final List<Head<T>> heads;

  Markdown(List<Head<T>> heads) {
    this.heads = List.copyOf(heads);
  }

  @Override
  public void begin(StringBuilder to) {
    line(to, heads.stream().map(Head::label).toList());
    line(to, heads.stream().map(Markdown::rule).toList());
  }

  private static String rule(Head<?> head) {
    return head.type() == Field.Type.TEXT ? "---" : "--:";
  }

  @Override
  public void row(StringBuilder to, T row, boolean first) {
    line(to, heads.stream().map(head -> cell(head, row)).toList());
  }

  @Override
  public void end(StringBuilder to) {}

  private static void line(StringBuilder to, List<String> cells) {
    to.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private String cell(Head<T> head, T row) {
    return switch (head.type()) {
      case TEXT -> escaped(head.text().apply(row));
      case COUNT -> head.number().apply(row).map(String::valueOf).orElse("");
      case SPAN -> head.number().apply(row).map(Span::words).orElse("");
    };
  }

  static String escaped(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("`", "\\`")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("[", "\\[")
        .replace("&", "&amp;")
        .replace("<", "&lt;");
  }
}
