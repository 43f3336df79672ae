package org.binnacle.review.mouth;

import java.util.List;
import org.binnacle.review.Fix;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;

/// One line a finding, with a head; safe to open in a spreadsheet.
final class CsvMouth {
  private CsvMouth() {}

  static String tell(Report report) {
    var out = new StringBuilder("path,line,column,level,rule,object,message,fix\n");
    for (FileReport file : report.files()) {
      file.open().forEach(t -> out.append(row(file.path(), t)).append('\n'));
    }
    return out.toString();
  }

  private static String row(String path, Told t) {
    return Csv.row(
        List.of(
            path,
            String.valueOf(t.line()),
            String.valueOf(t.column()),
            t.level().word(),
            t.rule(),
            t.object(),
            t.message(),
            t.fix().map(Fix::title).orElse("")));
  }
}
