package org.binnacle.diagnosis.export;

import java.util.List;
import java.util.Locale;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;

/// Sessions as files that other programs read, under the stable names of {@link Field}.
public final class Rows {
  private Rows() {}

  /// A form of file.
  public enum Format {
    CSV("csv"),
    JSON("json"),
    MARKDOWN("md");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    public String extension() {
      return extension;
    }

    /// By the file's name; CSV where it tells nothing.
    public static Format of(String fileName) {
      String low = fileName.toLowerCase(Locale.ROOT);
      if (low.endsWith(".json")) {
        return JSON;
      }
      return low.endsWith(".md") || low.endsWith(".markdown") ? MARKDOWN : CSV;
    }
  }

  /// The rows as text.
  ///
  /// @param fields in the order in which they are written
  public static String text(
      Format format, List<Field> fields, List<ProcessRow> rows, Progress progress, Cancel cancel) {
    return write(format, Head.of(fields), rows, progress, cancel);
  }

  static <T> String write(
      Format format, List<Head<T>> heads, List<T> rows, Progress progress, Cancel cancel) {
    return switch (format) {
      case CSV -> lines(new Csv<>(heads), rows, progress, cancel);
      case JSON -> lines(new Json<>(heads), rows, progress, cancel);
      case MARKDOWN -> lines(new Markdown<>(heads), rows, progress, cancel);
    };
  }

  /// One form of writing.
  interface Writer<T> {
    void begin(StringBuilder to);

    void row(StringBuilder to, T row, boolean first);

    void end(StringBuilder to);
  }

  private static <T> String lines(
      Writer<T> writer, List<T> rows, Progress progress, Cancel cancel) {
    var text = new StringBuilder(rows.size() * 200);
    writer.begin(text);
    for (int i = 0; i < rows.size(); i++) {
      cancel.check();
      writer.row(text, rows.get(i), i == 0);
      progress.at("Writing rows", i + 1L, rows.size());
    }
    writer.end(text);
    return text.toString();
  }
}
