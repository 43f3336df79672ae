package org.binnacle.review.mouth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.binnacle.review.Level;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;

/// `file:line:column: level rule: message`, one line a finding, and a summary.
final class TextMouth {
  private TextMouth() {}

  static String tell(Report report) {
    var out = new StringBuilder();
    for (FileReport file : report.files()) {
      for (StatementReport s : file.statements()) {
        s.findings().stream()
            .filter(t -> t.state() == Told.State.OPEN)
            .forEach(t -> line(out, file.path(), s, t));
      }
    }
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append(summary(report)).append('\n');
    report
        .refused()
        .forEach(
            one ->
                out.append("not run: ")
                    .append(one.rule())
                    .append(": ")
                    .append(plain(one.why().orElse("")))
                    .append('\n'));
    report
        .source()
        .ifPresent(
            from -> {
              out.append("Asked: ").append(plain(from.words())).append('\n');
              from.notes().forEach(note -> out.append("note: ").append(plain(note)).append('\n'));
            });
    return out.toString();
  }

  private static void line(StringBuilder out, String path, StatementReport s, Told t) {
    out.append(plain(path))
        .append(':')
        .append(t.line())
        .append(':')
        .append(t.column())
        .append(": ")
        .append(t.level().word())
        .append(' ')
        .append(t.rule())
        .append(": ")
        .append(plain(t.message()))
        .append('\n');
    t.step()
        .flatMap(s::step)
        .ifPresent(p -> out.append("    plan: ").append(plain(p.label())).append('\n'));
    t.fix().ifPresent(f -> out.append("    fix: ").append(plain(f.title())).append('\n'));
  }

  /// Without line feeds and control characters: a name in a script is text of strangers.
  static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  static String summary(Report report) {
    List<String> parts = new ArrayList<>();
    parts.add(
        count(report.files().size(), "file") + ", " + count(report.statements(), "statement"));
    for (Level level : Level.values()) {
      parts.add(count(report.count(level), level.word()));
    }
    if (report.suppressed() > 0) {
      parts.add(report.suppressed() + " suppressed");
    }
    if (report.known() > 0) {
      parts.add(report.known() + " in the baseline");
    }
    String notRun =
        report.notRun().entrySet().stream()
            .map(
                e -> e.getValue() + (e.getValue() == 1 ? " needs " : " need ") + e.getKey().words())
            .collect(Collectors.joining(", "));
    return String.join(", ", parts)
        + "."
        + (notRun.isEmpty() ? "" : " Rules not run: " + notRun + ".");
  }

  private static String count(long n, String word) {
    return n + " " + word + (n == 1 ? "" : "s");
  }
}
