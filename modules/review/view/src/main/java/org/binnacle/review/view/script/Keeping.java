package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.folder.FolderMark;
import org.binnacle.review.view.folder.FolderRun;

/// Keeps runs for comparisons and statistics: those that somebody asked for, by F5, by saving, by
/// asking a server, or of a whole folder; never one that typing began.
final class Keeping implements AutoCloseable {
  /// As the command line calls what is no file.
  private static final String NO_FILE = "-";

  private final Kit kit;
  private final ReviewModel model;
  private final OpenScript script;
  private final MessageBar message;
  private final Questions keeping = new Questions("keeping a review");
  private final Questions folders = new Questions("keeping the review of a folder");
  private boolean wanted;
  private boolean busy;
  private Optional<Run> newest = Optional.empty();

  /// What was kept here last.
  ///
  /// @param before what the run before it had found
  private record Run(String path, String text, Optional<List<Kept>> before) {}

  Keeping(Kit kit, ReviewModel model, OpenScript script, MessageBar message) {
    this.kit = kit;
    this.model = model;
    this.script = script;
    this.message = message;
  }

  /// The next review that comes to its end is kept; the last one where it is of the text as it is.
  void want() {
    FxThread.check();
    wanted = true;
    ended();
  }

  /// A review may have come to its end.
  void ended() {
    FxThread.check();
    Optional<Reviewed> now = model.reviewed().get();
    boolean whole =
        model.state().get() == ReviewModel.State.DONE
            && now.filter(r -> !r.head() && r.text().equals(script.text())).isPresent();
    if (wanted && whole && !busy) {
      wanted = false;
      keep(now.get());
    }
  }

  private void keep(Reviewed reviewed) {
    String path = script.file().isPresent() ? script.path() : NO_FILE;
    FileReport file = reviewed.report();
    var report =
        new Report(
            kit.tool(),
            reviewed.ready().set().name(),
            reviewed.ready().target().name(),
            List.of(new FileReport(path, file.statements(), file.notRun())),
            reviewed.source());
    busy = true;
    keeping.ask(
        () -> {
          Optional<List<Kept>> before =
              path.equals(NO_FILE) ? Optional.empty() : kit.past().last(path);
          kit.past()
              .keep(
                  report,
                  reviewed.ready().set(),
                  reviewed.ready().target(),
                  Map.of(path, reviewed.text()));
          return new Run(path, reviewed.text(), before);
        },
        this::kept);
  }

  /// A folder's review came to its end. One that is as the last was is not kept again: folders are
  /// reviewed whenever they are opened, with each start of the program too.
  void keep(Path folder, FolderRun.Done done, List<FileReport> files) {
    FxThread.check();
    Report report = done.report(kit.tool(), files);
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    folders.ask(
        () -> {
          FolderMark mark = FolderMark.of(done, files);
          if (mark.isKept(kit.settings(), folder, today) && isThere(files)) {
            return false;
          }
          kit.past().keep(report, done.ready().set(), done.ready().target(), done.texts());
          mark.keep(kit.settings(), folder, today);
          return true;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<Boolean>(Fault why)) {
            notKept(why);
          }
        });
  }

  /// Not where somebody has let statistics forget the project since.
  private boolean isThere(List<FileReport> files) {
    return files.isEmpty() || kit.past().last(files.getFirst().path()).isPresent();
  }

  private void kept(Outcome<Run> outcome) {
    busy = false;
    switch (outcome) {
      case Outcome.Ok<Run> ok -> newest = Optional.of(ok.value());
      case Outcome.Failed<Run> failed -> notKept(failed.fault());
    }
    ended();
  }

  private void notKept(Fault why) {
    message.show(
        Severity.NOTICE,
        "This run is not kept for comparisons and statistics: " + kit.words().of(why).happened());
  }

  /// What the last run before this text found; asked off the FX thread by the work that it gives.
  java.util.concurrent.Callable<Optional<List<Kept>>> last() {
    FxThread.check();
    String path = script.path();
    String text = script.text();
    Optional<Run> own = newest.filter(run -> run.path().equals(path) && run.text().equals(text));
    return () -> own.isPresent() ? own.get().before() : kit.past().last(path);
  }

  @Override
  public void close() {
    keeping.close();
    folders.close();
  }
}
