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
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Progress;
import org.binnacle.review.Review;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.source.SqlText;
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
  private Optional<ReviewOptions.Ready> ready = Optional.empty();
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
  public void review(ReviewOptions options) {
    FxThread.check();
    stop();
    outcomes.clear();
    fault = Optional.empty();
    Task[] own = new Task[1];
    own[0] =
        tasks.start(
            "Review " + folder.getFileName(),
            (progress, cancel) -> run(options, progress, cancel),
            outcome -> ended(own[0], outcome));
    running = own[0];
    changed();
  }

  private ReviewOptions.Ready run(ReviewOptions options, Progress progress, Cancel cancel) {
    ReviewOptions.Ready made = options.ready();
    List<Path> found = SqlText.in(folder);
    FxThread.later(
        () -> {
          if (!closed) {
            files.set(found);
          }
        });
    Review review = made.review(cancel);
    for (int i = 0; i < found.size(); i++) {
      cancel.check();
      Path file = found.get(i);
      progress.at(folder.relativize(file).toString(), i, found.size());
      outcomes.put(file, new FileOutcome.Running());
      news.accept(true);
      outcomes.put(file, one(review, file));
      news.accept(true);
    }
    progress.at("done", found.size(), found.size());
    return made;
  }

  private static FileOutcome one(Review review, Path file) {
    try {
      return new FileOutcome.Done(review.file(file.toString(), SqlText.of(file)));
    } catch (Fault e) {
      if (e.code().equals(Fault.CANCELLED)) {
        throw e;
      }
      return new FileOutcome.Unread(e);
    }
  }

  private void ended(@Nullable Task task, Outcome<ReviewOptions.Ready> outcome) {
    if (closed || task == null || !task.equals(running)) {
      return;
    }
    running = null;
    outcomes.values().removeIf(FileOutcome.Running.class::isInstance);
    switch (outcome) {
      case Outcome.Ok<ReviewOptions.Ready> ok -> ready = Optional.of(ok.value());
      case Outcome.Failed<ReviewOptions.Ready> failed -> fault = Optional.of(failed.fault());
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
    return ready.map(r -> new Report(tool, r.set().name(), r.target().name(), reports()));
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
