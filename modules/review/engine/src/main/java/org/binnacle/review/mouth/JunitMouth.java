package org.binnacle.review.mouth;

import java.util.List;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;

/// JUnit XML as CI systems read it: a suite a file, a case a statement, a failure for its findings.
final class JunitMouth {
  private JunitMouth() {}

  static String tell(Report report) {
    long failed =
        report.files().stream()
            .flatMap(f -> f.statements().stream())
            .filter(s -> !open(s).isEmpty())
            .count();
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        "<testsuites name=\"SQL review\" tests=\"%d\" failures=\"%d\" errors=\"0\" time=\"0\">\n"
            .formatted(report.statements(), failed));
    report.files().forEach(file -> suite(out, file));
    return out.append("</testsuites>\n").toString();
  }

  private static void suite(StringBuilder out, FileReport file) {
    long failed = file.statements().stream().filter(s -> !open(s).isEmpty()).count();
    out.append(
        "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
            .formatted(HtmlMouth.escape(file.path()), file.statements().size(), failed));
    for (StatementReport s : file.statements()) {
      String name = "statement " + s.index() + " line " + s.line() + " (" + s.kind() + ")";
      List<Told> open = open(s);
      out.append(
          "    <testcase classname=\"%s\" name=\"%s\" time=\"0\""
              .formatted(HtmlMouth.escape(file.path()), HtmlMouth.escape(name)));
      if (open.isEmpty()) {
        out.append("/>\n");
        continue;
      }
      out.append(
          ">\n      <failure message=\"%s\" type=\"%s\">"
              .formatted(
                  HtmlMouth.escape(open.getFirst().message()), open.getFirst().level().word()));
      for (Told t : open) {
        out.append(
            HtmlMouth.escape(
                "%s:%d:%d: %s %s: %s\n"
                    .formatted(
                        file.path(),
                        t.line(),
                        t.column(),
                        t.level().word(),
                        t.rule(),
                        t.message())));
      }
      out.append("</failure>\n    </testcase>\n");
    }
    out.append("  </testsuite>\n");
  }

  private static List<Told> open(StatementReport s) {
    return s.findings().stream().filter(t -> t.state() == Told.State.OPEN).toList();
  }
}
