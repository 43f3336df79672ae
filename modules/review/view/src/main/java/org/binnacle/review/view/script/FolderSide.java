package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.view.folder.FileOutcome;
import org.binnacle.review.view.folder.FolderModel;
import org.binnacle.review.view.folder.FolderPane;
import org.binnacle.review.view.folder.FolderRun;
import org.binnacle.review.view.server.Opening;

/// The folder that the script in the editor is of: its tree, the review of all its files, and what
/// of it a review of one file needs.
final class FolderSide implements AutoCloseable {
  private final FolderModel model;
  private final FolderPane tree;
  private final InvalidationListener walked;
  private Optional<Fault> told = Optional.empty();

  /// @param onFile a file was chosen
  /// @param again the review of all is wanted anew
  /// @param news something was told
  FolderSide(Path folder, Tasks tasks, Consumer<Path> onFile, Runnable again, Runnable news) {
    model = new FolderModel(folder, tasks);
    tree = new FolderPane(model, onFile, again);
    walked = seen -> news.run();
    model.edition().addListener(walked);
  }

  Node node() {
    return tree;
  }

  Path path() {
    return model.folder();
  }

  /// Why the last review did not come to its end, where nobody stopped it; each time but once.
  Optional<Fault> news() {
    Optional<Fault> now = model.fault();
    boolean known = now.equals(told);
    told = now;
    return known ? Optional.empty() : now.filter(f -> !f.code().equals(Fault.CANCELLED));
  }

  void review(ReviewOptions options, Optional<Opening> opening, Consumer<FolderRun.Done> kept) {
    model.review(options, opening, kept);
  }

  /// The scripts that run before this one.
  List<Question.Before> before(OpenScript script) {
    var before = new ArrayList<Question.Before>();
    for (Path other : model.files().get()) {
      if (script.is(other)) {
        break;
      }
      if (model.of(other) instanceof FileOutcome.Done done) {
        before.add(new Question.Before(other.toString(), ddl(done.report())));
      }
    }
    return before;
  }

  private static String ddl(FileReport report) {
    var text = new StringBuilder();
    report.statements().stream()
        .filter(s -> s.kind().equals("ddl") || s.text().regionMatches(true, 0, "USE ", 0, 4))
        .forEach(s -> text.append(s.text()).append(";\n"));
    return text.toString();
  }

  /// A file bears what was found in it last.
  void put(FileReport report) {
    if (!model.isRunning()) {
      model.put(report);
    }
  }

  /// Opens the first file, once the review has ended.
  void openFirst() {
    if (!model.isRunning() && !model.files().get().isEmpty()) {
      tree.select(model.files().get().getFirst());
    }
  }

  /// All files as one report; nothing before the review has ended.
  Optional<Report> report(String tool) {
    return model.report(tool);
  }

  @Override
  public void close() {
    model.edition().removeListener(walked);
    tree.close();
  }
}
