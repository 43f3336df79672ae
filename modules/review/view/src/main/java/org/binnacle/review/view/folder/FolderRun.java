package org.binnacle.review.view.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.review.Review;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.source.SqlText;
import org.binnacle.review.view.server.Answers;
import org.binnacle.review.view.server.Opening;

/// One review of all scripts of a folder. Blocks; on its task's thread.
///
/// @param opening of a server that is asked too
public record FolderRun(
    Path folder, ReviewOptions options, Optional<Opening> opening, Watch watch) {
  /// Of a longer text nobody looks for its authors; they are told as so long, and no longer.
  private static final int HEAD = 2_000_001;

  /// Hears what is found, on the thread of the run.
  interface Watch {
    void found(List<Path> files);

    void file(Path file, FileOutcome outcome);
  }

  /// A run that came to its end.
  ///
  /// @param texts of the files that were read, by their paths, their beginnings where they are long
  /// @param answers of the server that was asked
  public record Done(
      ReviewOptions.Ready ready,
      Map<String, String> texts,
      Optional<Answers> answers,
      Optional<LiveSource> source) {

    /// @param tool name and version of the program
    public Report report(String tool, List<FileReport> files) {
      return new Report(tool, ready.set().name(), ready.target().name(), files, source);
    }
  }

  Done run(Progress progress, Cancel cancel) {
    List<Path> found = SqlText.in(folder);
    watch.found(found);
    Optional<Answers> answers = opening.map(o -> o.open(cancel));
    try {
      return run(found, answers, progress, cancel);
    } finally {
      answers.ifPresent(a -> a.memory().close());
    }
  }

  private Done run(List<Path> found, Optional<Answers> answers, Progress progress, Cancel cancel) {
    Optional<Live> live = answers.map(a -> new Live(a.memory(), a.limits(), cancel));
    ReviewOptions.Ready ready =
        live.isEmpty()
            ? options.ready()
            : options.ready(live.get(), readable(found), answers.get().database());
    Review review = ready.review(live, cancel);
    var texts = new LinkedHashMap<String, String>();
    for (int i = 0; i < found.size(); i++) {
      cancel.check();
      Path file = found.get(i);
      progress.at(folder.relativize(file).toString(), i, found.size());
      watch.file(file, new FileOutcome.Running());
      watch.file(file, one(review, file, texts));
    }
    progress.at("done", found.size(), found.size());
    return new Done(ready, texts, answers, live.map(LiveSource::of));
  }

  /// The scripts as far as they are text; the others are told of when it is their turn.
  private static List<String> readable(List<Path> found) {
    var texts = new ArrayList<String>();
    for (Path file : found) {
      try {
        texts.add(SqlText.of(file));
      } catch (Fault e) {
        // told by the review itself
      }
    }
    return texts;
  }

  private static FileOutcome one(Review review, Path file, Map<String, String> texts) {
    try {
      String text = SqlText.of(file);
      var done = new FileOutcome.Done(review.file(file.toString(), text));
      texts.put(file.toString(), text.substring(0, Math.min(text.length(), HEAD)));
      return done;
    } catch (Fault e) {
      boolean ends = e.code().equals(Fault.CANCELLED) || e.code().id().startsWith("connect.");
      if (ends) {
        throw e;
      }
      return new FileOutcome.Unread(e);
    }
  }
}
