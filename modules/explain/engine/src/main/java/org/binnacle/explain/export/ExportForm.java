package org.binnacle.explain.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The forms in which results are written.
public enum ExportForm {
  CSV("csv"),
  JSON("json"),
  XLSX("xlsx"),
  INSERT("sql"),
  MARKDOWN("md");

  private final String extension;

  ExportForm(String extension) {
    this.extension = extension;
  }

  /// What files of this form end with, without the dot.
  public String extension() {
    return extension;
  }

  /// The name as it is typed: `csv`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExportForm> named(String name) {
    for (ExportForm form : values()) {
      if (form.word().equalsIgnoreCase(name)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /// @param out closed by the sink
  /// @param guarded whether cells that a spreadsheet would take for a formula get an apostrophe
  ///   before them (CSV; in XLSX texts are never formulas)
  public RowSink to(OutputStream out, boolean guarded) throws IOException {
    return switch (this) {
      case CSV -> new CsvSink(writer(out), guarded);
      case JSON -> new JsonSink(writer(out));
      case XLSX -> new XlsxSink(out);
      case INSERT -> new InsertSink(writer(out));
      case MARKDOWN -> new MarkdownSink(writer(out));
    };
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }
}
