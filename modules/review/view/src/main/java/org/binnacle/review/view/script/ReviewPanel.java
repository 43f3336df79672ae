package org.binnacle.review.view.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Severity;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.Report;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.review.view.folder.FileOutcome;
import org.binnacle.review.view.folder.FolderModel;
import org.binnacle.review.view.folder.FolderPane;

/// The review screen: a script, or a folder of them, and what is to be said of it. Reviews by
/// itself after a pause in typing.
public final class ReviewPanel implements Panel {
  private final Kit kit;
  private final ReviewPanels panels;
  private final String id;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Review");
  private final ReviewModel model;
  private final MessageBar message = new MessageBar();
  private final EditorPane editor;
  private final FindingsPane findings;
  private final DetailPane detail;
  private final ReviewBar bar;
  private final Fixes fixes;
  private final Exports exports;
  private final BorderPane root = new BorderPane();
  private final SplitPane split = new SplitPane();
  private final OpenScript script;
  private final Chosen chosen;
  private final InvalidationListener answered = seen -> answered();
  private final InvalidationListener arranged = seen -> refresh();
  private final InvalidationListener stated = seen -> stated();
  private final InvalidationListener typed = seen -> retitle();
  private final Optional<FolderModel> folder;
  private final Optional<FolderPane> tree;
  private final InvalidationListener walked = seen -> walked();

  /// @param path a file or a folder; nothing for a draft
  public ReviewPanel(Kit kit, ReviewPanels panels, String id, Optional<Path> path) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    this.id = id;
    model = new ReviewModel(Options.read(kit.settings()));
    editor = new EditorPane(model, this::rule, this::review);
    fixes = new Fixes(model, editor);
    detail = new DetailPane(fixes::show, this::page);
    var hands = new ReviewHands(this);
    findings = new FindingsPane(model, kit.settings(), hands);
    bar = new ReviewBar(hands);
    script = new OpenScript(editor.area(), message, kit);
    chosen = new Chosen(editor, findings, detail, fixes, this::rule);
    exports = new Exports(kit, root, message, this::report);
    folder = path.filter(Files::isDirectory).map(p -> new FolderModel(p, kit.tasks()));
    tree = folder.map(f -> new FolderPane(f, this::openOf, this::reviewFolder));
    lay();
    ReviewKeys.attach(root, this);
    model.reviewed().addListener(answered);
    model.rows().addListener(arranged);
    model.state().addListener(stated);
    editor.area().textProperty().addListener(typed);
    folder.ifPresent(f -> f.edition().addListener(walked));
    begin(path);
    retitle();
  }

  private void lay() {
    var right = new SplitPane(findings, detail);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.58);
    tree.ifPresent(t -> split.getItems().add(t));
    split.getItems().addAll(editor, right);
    if (tree.isPresent()) {
      split.setDividerPositions(0.2, 0.57);
      SplitPane.setResizableWithParent(tree.get(), false);
    } else {
      split.setDividerPositions(0.49);
    }
    root.setTop(new VBox(bar, message));
    root.setCenter(split);
    root.getStyleClass().addAll("plan-panel", "review-panel");
    root.getStylesheets().addAll(Themes.css("plan"), Themes.css("review"));
  }

  private void begin(Optional<Path> path) {
    if (folder.isPresent()) {
      reviewFolder();
    } else if (path.isPresent()) {
      load(path.get());
    } else {
      Optional<Path> saved = kit.settings().get(key("file")).map(Path::of).filter(Files::exists);
      String draft = kit.settings().get(key("text")).orElse("");
      if (saved.isPresent()) {
        load(saved.get());
      } else if (!draft.isEmpty()) {
        editor.load(draft);
      }
    }
  }

  private String key(String what) {
    return id.replace(':', '.') + "." + what;
  }

  /// Puts a text in place of what is there.
  public void text(String sql) {
    FxThread.check();
    editor.load(ScriptFile.lines(sql));
  }

  EditorPane editor() {
    return editor;
  }

  FindingsPane findings() {
    return findings;
  }

  ReviewModel model() {
    return model;
  }

  MessageBar message() {
    return message;
  }

  Kit kit() {
    return kit;
  }

  Exports exports() {
    return exports;
  }

  OpenScript script() {
    return script;
  }

  Chosen chosen() {
    return chosen;
  }

  private Optional<RuleInfo> rule(String id) {
    Optional<RuleInfo> shipped = Rules.info(id);
    return shipped.isPresent()
        ? shipped
        : model
            .reviewed()
            .get()
            .flatMap(
                r ->
                    r.ready().set().custom().stream()
                        .map(c -> c.info())
                        .filter(i -> i.id().equals(id))
                        .findFirst());
  }

  void page(String rule) {
    panels.rule(model.options().rules(), rule);
  }

  void editRules() {
    panels.rules(model.options().rules());
  }

  /// Reviews what the editor has.
  void review() {
    String text = editor.area().text();
    if (folder.isEmpty() && script.file().isEmpty() && text.length() <= ReviewKeys.LONGEST_DRAFT) {
      kit.settings().put(key("text"), text);
    }
    script.keep();
    if (text.isBlank()) {
      model.clear();
      return;
    }
    model.review(new ReviewModel.Question(script.path(), text, before()));
  }

  /// Of a folder with a schema, the scripts that run before this one.
  private List<ReviewModel.Script> before() {
    boolean shared = !model.options().schema().isEmpty() || model.options().snapshot().isPresent();
    if (folder.isEmpty() || script.file().isEmpty() || !shared) {
      return List.of();
    }
    var before = new ArrayList<ReviewModel.Script>();
    for (Path other : folder.get().files().get()) {
      if (script.is(other)) {
        break;
      }
      if (folder.get().of(other) instanceof FileOutcome.Done done) {
        var text = new StringBuilder();
        done.report().statements().stream()
            .filter(s -> s.kind().equals("ddl") || s.text().regionMatches(true, 0, "USE ", 0, 4))
            .forEach(s -> text.append(s.text()).append(";\n"));
        before.add(new ReviewModel.Script(other.toString(), text.toString()));
      }
    }
    return List.copyOf(before);
  }

  void reviewFolder() {
    folder.ifPresent(f -> f.review(model.options()));
  }

  void options(ReviewOptions other) {
    model.options(other);
    Options.keep(kit.settings(), other);
    bar.show(other);
    message.clear();
    review();
    reviewFolder();
  }

  /// Reads a file into the editor.
  void load(Path path) {
    message.clear();
    model.stop();
    script.load(path, model::clear, this::loaded);
  }

  private void loaded(String text) {
    chosen.none();
    model.clear();
    editor.load(text);
    retitle();
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

  /// A file or folder in a tab of its own.
  void elsewhere(Path path) {
    panels.open(path);
  }

  void compare(Optional<ReviewModel.Reference> with) {
    model.compare(with);
    findings.refresh();
  }

  /// Writes the text into a file.
  void save(Path to) {
    boolean draft = script.file().isEmpty();
    script.save(
        to,
        false,
        () -> {
          if (draft) {
            kit.settings().put(key("file"), to.toString());
            kit.settings().remove(key("text"));
          }
          retitle();
        });
  }

  private Optional<Report> report() {
    Optional<Report> whole = folder.flatMap(f -> f.report(kit.tool()));
    return whole.isPresent() ? whole : model.report(kit.tool());
  }

  private void refresh() {
    findings.refresh();
    editor.refresh();
  }

  /// A file of the folder bears what was found in it last.
  private void answered() {
    model
        .reviewed()
        .get()
        .filter(r -> !r.head() && script.file().isPresent() && script.path().equals(r.path()))
        .ifPresent(r -> folder.filter(f -> !f.isRunning()).ifPresent(f -> f.put(r.report())));
  }

  private void stated() {
    ReviewModel.State now = model.state().get();
    bar.busy(now == ReviewModel.State.REVIEWING);
    findings.refresh();
    if (now == ReviewModel.State.FAILED) {
      model.fault().ifPresent(fault -> message.show(fault, kit.words()));
    } else if (now == ReviewModel.State.DONE) {
      chosen.show();
    }
  }

  /// The folder's review has told something new: the first file opens by itself.
  private void walked() {
    FolderModel all = folder.orElseThrow();
    all.fault()
        .filter(f -> !f.code().equals(org.binnacle.kernel.Fault.CANCELLED))
        .ifPresent(fault -> message.show(fault, kit.words()));
    if (script.file().isEmpty() && !all.files().get().isEmpty() && !all.isRunning()) {
      Path first = all.files().get().getFirst();
      tree.ifPresent(t -> t.select(first));
    }
    retitle();
  }

  private void retitle() {
    String name =
        folder
            .map(FolderModel::folder)
            .or(() -> script.file().map(ScriptFile::path))
            .map(p -> String.valueOf(p.getFileName()))
            .orElse("SQL review");
    title.set((script.isChanged() ? "*" : "") + name);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return folder.isPresent() ? "mdi2f-folder-search-outline" : "mdi2t-text-box-check-outline";
  }

  @Override
  public String help() {
    return "review";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    editor.area().requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    folder.ifPresent(f -> f.edition().removeListener(walked));
    tree.ifPresent(FolderPane::close);
    model.reviewed().removeListener(answered);
    model.rows().removeListener(arranged);
    model.state().removeListener(stated);
    editor.area().textProperty().removeListener(typed);
    fixes.close();
    exports.close();
    script.close();
    findings.close();
    editor.close();
    model.close();
  }
}
