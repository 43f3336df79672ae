package org.binnacle.review.view.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.kernel.Severity;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.report.Report;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.folder.FolderRun;
import org.binnacle.review.view.server.Answers;
import org.binnacle.review.view.server.On;
import org.binnacle.review.view.server.Opening;

/// What a review screen works on, and when: the text after a pause in typing, the folder when it is
/// opened and when somebody wants it, a server only when somebody wants it, and what of it is kept.
final class Work implements AutoCloseable {
  private final Kit kit;
  private final String id;
  private final Screen screen;
  private final ReviewModel model;
  private final MessageBar message;
  private final OpenScript script;
  private final Draft draft;
  private final Asking asking;
  private final Keeping keeping;
  private final Optional<FolderSide> folder;

  /// What it asks of its panel.
  interface Screen {
    Node anywhere();

    EditorPane editor();

    MessageBar message();

    void options(ReviewOptions now);

    void server(Optional<On> now);

    /// Another text comes: nothing of it is looked at yet.
    void fresh();

    /// What the tab is called may be another.
    void renamed();
  }

  /// @param path a file or a folder; nothing for a draft
  Work(Kit kit, String id, ReviewModel model, Screen screen, Optional<Path> path) {
    this.kit = kit;
    this.id = id;
    this.model = model;
    this.screen = screen;
    message = screen.message();
    script = new OpenScript(screen.editor().area(), message, kit);
    draft = new Draft(kit.settings(), id);
    keeping = new Keeping(kit, model, script, message);
    asking = new Asking(kit, screen.anywhere(), message, new AskingHands());
    folder =
        path.filter(Files::isDirectory)
            .map(p -> new FolderSide(p, kit.tasks(), this::openOf, this::again, this::walked));
  }

  /// @param path a file or a folder; nothing for a draft
  void begin(Optional<Path> path) {
    if (folder.isPresent()) {
      asking.of(folder.get().path().toString());
      reviewFolder();
      return;
    }
    Optional<Path> file = path.or(draft::file);
    asking.of(file.map(Path::toString).orElse(id));
    if (file.isPresent()) {
      load(file.get());
    } else if (!draft.text().isEmpty()) {
      screen.editor().load(draft.text());
    }
  }

  private final class AskingHands implements Asking.Hands {
    @Override
    public Optional<Question> question() {
      return script.text().isBlank() ? Optional.empty() : Optional.of(Work.this.question());
    }

    @Override
    public ReviewOptions options() {
      return model.options();
    }

    @Override
    public boolean folder(Opening opening) {
      folder.ifPresent(f -> f.review(model.options(), Optional.of(opening), Work.this::walked));
      return folder.isPresent();
    }

    @Override
    public void chosen() {
      screen.server(asking.on());
    }

    @Override
    public void answers(Optional<Answers> told) {
      if (!told.equals(model.answers())) {
        model.answers(told);
        review();
        // Behind it: what was found before the answers came is not what is kept.
        if (told.isPresent()) {
          keeping.want();
        }
      }
    }
  }

  OpenScript script() {
    return script;
  }

  Asking asking() {
    return asking;
  }

  Keeping keeping() {
    return keeping;
  }

  Optional<FolderSide> folder() {
    return folder;
  }

  /// The file or folder that this is about.
  Optional<Path> path() {
    return folder.map(FolderSide::path).or(() -> script.file().map(ScriptFile::path));
  }

  /// Reviews what the editor has, by what is known already.
  void review() {
    String text = script.text();
    if (folder.isEmpty() && script.file().isEmpty()) {
      draft.keep(text);
    }
    script.keep();
    if (text.isBlank()) {
      model.clear();
    } else {
      model.review(question());
    }
  }

  private Question question() {
    return new Question(script.path(), script.text(), before());
  }

  /// Of a folder with a schema, the scripts that run before this one.
  private List<Question.Before> before() {
    boolean shared =
        !model.options().schema().isEmpty()
            || model.options().snapshot().isPresent()
            || model.answers().isPresent();
    return folder.isPresent() && script.file().isPresent() && shared
        ? folder.get().before(script)
        : List.of();
  }

  /// Somebody wants it reviewed: by the server too where one is chosen, and kept.
  void again() {
    message.clear();
    if (asking.on().isPresent()) {
      asking.again();
    } else {
      review();
      folder.ifPresentOrElse(f -> reviewFolder(), keeping::want);
    }
  }

  void stop() {
    model.stop();
    asking.stop();
  }

  private void reviewFolder() {
    folder.ifPresent(f -> f.review(model.options(), Optional.empty(), this::walked));
  }

  /// The folder's review came to its end.
  private void walked(FolderRun.Done done) {
    boolean other = done.answers().isPresent();
    if (other) {
      model.answers(done.answers());
    }
    folder.ifPresent(
        f -> f.report(kit.tool()).ifPresent(r -> keeping.keep(f.path(), done, r.files())));
    if (other && script.file().isPresent()) {
      review();
    }
  }

  /// The folder's review has told something new: the first file opens by itself.
  private void walked() {
    FolderSide all = folder.orElseThrow();
    all.news()
        .ifPresent(
            fault -> {
              if (asking.on().isPresent()) {
                asking.failed(fault);
              } else {
                message.show(fault, kit.words());
              }
            });
    if (script.file().isEmpty()) {
      all.openFirst();
    }
    screen.renamed();
  }

  void options(ReviewOptions other) {
    model.options(other);
    Options.keep(kit.settings(), other);
    screen.options(other);
    message.clear();
    review();
    reviewFolder();
  }

  /// Reads a file into the editor.
  private void load(Path path) {
    message.clear();
    model.stop();
    script.load(path, model::clear, this::loaded);
  }

  private void loaded(String text) {
    model.clear();
    screen.fresh();
    screen.editor().load(text);
    screen.renamed();
  }

  private void openOf(Path path) {
    boolean same = script.is(path);
    if (!same && script.isChanged()) {
      message.show(
          Severity.WARNING,
          Path.of(script.path()).getFileName() + " has changes that are not saved.",
          "Open the other one all the same",
          () -> load(path));
    } else if (!same) {
      load(path);
    }
  }

  /// Writes the text into a file, and keeps its review.
  void save(Path to) {
    FxThread.check();
    boolean fresh = script.file().isEmpty();
    script.save(
        to,
        false,
        () -> {
          if (fresh) {
            draft.saved(to);
            asking.renamed(to.toString());
          }
          screen.renamed();
          keeping.want();
        });
  }

  Optional<Report> report() {
    Optional<Report> whole = folder.flatMap(f -> f.report(kit.tool()));
    return whole.isPresent() ? whole : model.report(kit.tool());
  }

  /// A file of the folder bears what was found in it last.
  void answered() {
    model
        .reviewed()
        .get()
        .filter(r -> !r.head() && script.file().isPresent() && script.path().equals(r.path()))
        .ifPresent(r -> folder.ifPresent(f -> f.put(r.report())));
  }

  @Override
  public void close() {
    folder.ifPresent(FolderSide::close);
    asking.close();
    keeping.close();
    script.close();
  }
}
