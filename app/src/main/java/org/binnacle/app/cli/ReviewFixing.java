package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.binnacle.kernel.Fault;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Fixing;
import org.binnacle.review.report.UnifiedDiff;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// `--fix`: writes safe fixes into the files, or prints them as a diff.
final class ReviewFixing {
  private final Call call;
  private final Fixing fixing;
  private final boolean dryRun;

  ReviewFixing(Call call, Target target, boolean dryRun) {
    this.call = call;
    this.fixing = new Fixing(new SqlParser(target));
    this.dryRun = dryRun;
  }

  /// @param reports of the files, in their order
  void fix(List<ReviewFiles.Source> files, List<FileReport> reports) {
    if (!dryRun && files.stream().anyMatch(file -> file.path().equals("-"))) {
      throw new Fault(CliFaults.USAGE, "binnacle review: --fix wants files, not standard input");
    }
    for (int i = 0; i < files.size(); i++) {
      ReviewFiles.Source file = files.get(i);
      Fixing.Fixed fixed = fixing.fix(reports.get(i), file.text());
      if (dryRun) {
        call.terminal().out().print(UnifiedDiff.of(file.path(), file.text(), fixed.changes()));
      } else if (!fixed.applied().isEmpty()) {
        write(Path.of(file.path()), file.written().bytes(fixed.text()));
      }
      String done = dryRun ? "would fix " : "fixed ";
      fixed.applied().forEach(one -> call.tell(done + file.path() + ":" + one));
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_WRITE, file.toString(), e);
    }
  }
}
