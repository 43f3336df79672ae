package org.binnacle.review.mouth;

import org.binnacle.review.Level;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;

/// Workflow commands, which GitHub shows as annotations of the lines.
final class GithubMouth {
  private GithubMouth() {}

  static String tell(Report report) {
    var out = new StringBuilder();
    for (FileReport file : report.files()) {
      file.open().forEach(t -> out.append(command(file.path(), t)).append('\n'));
    }
    return out.append(TextMouth.summary(report)).append('\n').toString();
  }

  private static String command(String path, Told t) {
    String level = t.level() == Level.NOTICE ? "notice" : t.level().word();
    return "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s"
        .formatted(
            level,
            property(path),
            t.line(),
            t.column(),
            t.endLine(),
            t.endColumn(),
            property(t.rule()),
            data(t.message()));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
