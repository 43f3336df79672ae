package org.binnacle.review.mouth;

import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;

/// A comment for a merge request: a table a file.
final class MarkdownMouth {
  private MarkdownMouth() {}

  static String tell(Report report) {
    var out = new StringBuilder("## SQL review\n\n").append(TextMouth.summary(report)).append('\n');
    report
        .source()
        .ifPresent(from -> out.append("Asked: ").append(escape(from.words())).append("\n\n"));
    for (FileReport file : report.files()) {
      if (file.open().findAny().isPresent()) {
        out.append("\n### ").append(escape(file.path())).append("\n\n");
        out.append("| line | level | rule | finding |\n|---|---|---|---|\n");
        file.open().forEach(t -> row(out, t));
      }
    }
    return out.toString();
  }

  private static void row(StringBuilder out, Told t) {
    out.append(
        "| %d:%d | %s | `%s` | %s |\n"
            .formatted(t.line(), t.column(), t.level().word(), t.rule(), escape(t.message())));
  }

  private static String escape(String text) {
    return TextMouth.plain(text)
        .replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("`", "\\`")
        .replace("[", "\\[");
  }
}
