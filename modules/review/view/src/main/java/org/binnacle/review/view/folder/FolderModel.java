package org.binnacle.review.view.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Task;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.view.server.Opening;
import org.jspecify.annotations.Nullable;

/// The scripts of a folder and what a review of all of them found. The review is a task in the task
/// bar; what it has found so far stays when it is stopped.
public final class FolderModel implements AutoCloseable {
  private static final FileOutcome WAITING = new FileOutcome.Waiting();

  private final Path folder;
  private final Tasks tasks;
  private final Map<Path, FileOutcome> outcomes = new ConcurrentHashMap<>();
  private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Long> edition = new ReadOnlyObjectWrapper<>(0L);
  private final Consumer<Boolean> news = FxThread.latest(seen -> changed());
  private @Nullable Task running;
  private Optional<Fault> fault = Optional.empty();
  private Optional<FolderRun.Done> done = Optional.empty();
  private boolean closed;

  public FolderModel(Path folder, Tasks tasks) {
    this.folder = folder;
    this.tasks = tasks;
  }

  public Path folder() {
    return folder;
  }

  /// The scripts, by path; found by the review itself.
  public ReadOnlyObjectProperty<List<Path>> files() {
    return files.getReadOnlyProperty();
  }

  /// Another number each time something has changed.
  public ReadOnlyObjectProperty<Long> edition() {
    return edition.getReadOnlyProperty();
  }

  public FileOutcome of(Path file) {
    return outcomes.getOrDefault(file, WAITING);
  }

  public boolean isRunning() {
    return running != null;
  }

  /// Why the last review did not come to its end.
  public Optional<Fault> fault() {
    return fault;
  }

  /// Reviews all scripts anew.
  ///
  /// @param options read by the task
  /// @param opening of a server that is asked too
  /// @param kept told of a run that came to its end, on the FX thread
  public void review(
      ReviewOptions options, Optional<Opening> opening, Consumer<FolderRun.Done> kept) {
    FxThread.check();
    stop();
    outcomes.clear();
    fault = Optional.empty();
    Task[] own = new Task[1];
    var run = new FolderRun(folder, options, opening, new Watch());
    own[0] =
        tasks.start(
            "Review "
                + folder.getFileName()
                + opening.map(o -> " and ask " + o.on().target()).orElse(""),
            run::run,
            outcome -> ended(own[0], outcome, kept));
    running = own[0];
    changed();
  }

  /// Hears of a run; on its thread.
  private final class Watch implements FolderRun.Watch {
    @Override
    public void found(List<Path> all) {
      FxThread.later(
          () -> {
            if (!closed) {
              files.set(all);
            }
          });
    }

    @Override
    public void file(Path file, FileOutcome outcome) {
      outcomes.put(file, outcome);
      news.accept(true);
    }
  }

  private void ended(
      @Nullable Task task, Outcome<FolderRun.Done> outcome, Consumer<FolderRun.Done> kept) {
    if (closed || task == null || !task.equals(running)) {
      return;
    }
    running = null;
    outcomes.values().removeIf(FileOutcome.Running.class::isInstance);
    switch (outcome) {
      case Outcome.Ok<FolderRun.Done> ok -> {
        done = Optional.of(ok.value());
        kept.accept(ok.value());
      }
      case Outcome.Failed<FolderRun.Done> failed -> fault = Optional.of(failed.fault());
    }
    changed();
  }

  private void changed() {
    if (!closed) {
      edition.set(edition.get() + 1);
    }
  }

  public void stop() {
    FxThread.check();
    if (running != null) {
      running.cancel().ask();
      running = null;
      outcomes.values().removeIf(FileOutcome.Running.class::isInstance);
      fault = Optional.of(new Fault(Fault.CANCELLED, "stopped by the user"));
      changed();
    }
  }

  /// A file was reviewed by itself, such as after an edit.
  public void put(FileReport report) {
    FxThread.check();
    outcomes.put(Path.of(report.path()), new FileOutcome.Done(report));
    changed();
  }

  public List<FileReport> reports() {
    var all = new ArrayList<FileReport>();
    for (Path file : files.get()) {
      if (of(file) instanceof FileOutcome.Done(FileReport report)) {
        all.add(report);
      }
    }
    return all;
  }

  /// All files as one report; nothing before the review has ended.
  public Optional<Report> report(String tool) {
    return done.map(d -> d.report(tool, reports()));
  }

  @Override
  public void close() {
    FxThread.check();
    closed = true;
    if (running != null) {
      running.cancel().ask();
      running = null;
    }
  }
}
