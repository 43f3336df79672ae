package org.binnacle.diagnosis.export;

import java.util.List;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;

/// A table for a ticket; times as people read them.
final class Markdown implements Rows.Writer {
  private final List<Field> fields;

  Markdown(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  @Override
  public void begin(StringBuilder to) {
    line(to, fields.stream().map(Field::key).toList());
    line(to, fields.stream().map(Markdown::rule).toList());
  }

  private static String rule(Field field) {
    return field.type() == Field.Type.TEXT ? "---" : "--:";
  }

  @Override
  public void row(StringBuilder to, ProcessRow row, boolean first) {
    line(to, fields.stream().map(field -> cell(field, row)).toList());
  }

  @Override
  public void end(StringBuilder to) {}

  private static void line(StringBuilder to, List<String> cells) {
    to.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Field field, ProcessRow row) {
    return switch (field.type()) {
      case TEXT -> escaped(field.text(row));
      case COUNT -> field.number(row).map(String::valueOf).orElse("");
      case SPAN -> field.number(row).map(Span::words).orElse("");
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
