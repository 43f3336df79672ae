package org.binnacle.review.view.script;

import java.nio.file.Path;
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
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.review.view.server.On;

/// The review screen: a script, or a folder of them, and what is to be said of it. Reviews by
/// itself after a pause in typing; asks a server and keeps a run only when that is wanted.
public final class ReviewPanel implements Panel {
  private final Kit kit;
  private final ReviewPanels panels;
  private final String id;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Review");
  private final ReviewModel model;
  private final MessageBar message = new MessageBar();
  private final Plans plans;
  private final EditorPane editor;
  private final FindingsPane findings;
  private final DetailPane detail;
  private final ReviewBar bar;
  private final Fixes fixes;
  private final Exports exports;
  private final BorderPane root = new BorderPane();
  private final Work work;
  private final Chosen chosen;
  private final InvalidationListener answered = seen -> answered();
  private final InvalidationListener arranged = seen -> refresh();
  private final InvalidationListener stated = seen -> stated();
  private final InvalidationListener typed = seen -> retitle();
  private final InvalidationListener asked = seen -> asked();

  /// @param path a file or a folder; nothing for a draft
  public ReviewPanel(Kit kit, ReviewPanels panels, String id, Optional<Path> path) {
    FxThread.check();
    this.kit = kit;
    this.panels = panels;
    this.id = id;
    model = new ReviewModel(Options.read(kit.settings()));
    plans = new Plans(model, kit.servers());
    editor = new EditorPane(model, plans, this::rule, this::review);
    fixes = new Fixes(model, editor);
    detail = new DetailPane(plans, fixes::show, this::page);
    var hands = new ReviewHands(this);
    findings = new FindingsPane(model, kit.settings(), hands);
    bar = new ReviewBar(hands);
    chosen = new Chosen(editor, findings, detail, fixes, plans, this::rule);
    work = new Work(kit, id, model, new Here(), path);
    exports = new Exports(kit, root, message, work::report);
    lay();
    ReviewKeys.attach(root, this);
    model.reviewed().addListener(answered);
    model.arranged().addListener(arranged);
    model.state().addListener(stated);
    editor.area().textProperty().addListener(typed);
    work.asking().words().addListener(asked);
    work.begin(path);
    retitle();
  }

  private void lay() {
    var right = new SplitPane(findings, detail);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.58);
    var split = new SplitPane();
    work.folder().ifPresent(f -> split.getItems().add(f.node()));
    split.getItems().addAll(editor, right);
    if (work.folder().isPresent()) {
      split.setDividerPositions(0.2, 0.57);
      SplitPane.setResizableWithParent(work.folder().get().node(), false);
    } else {
      split.setDividerPositions(0.49);
    }
    root.setTop(new VBox(bar, message));
    root.setCenter(split);
    root.getStyleClass().addAll("plan-panel", "review-panel");
    root.getStylesheets().addAll(Themes.css("plan"), Themes.css("review"));
  }

  /// What the work shows and where.
  private final class Here implements Work.Screen {
    @Override
    public Node anywhere() {
      return root;
    }

    @Override
    public EditorPane editor() {
      return editor;
    }

    @Override
    public MessageBar message() {
      return message;
    }

    @Override
    public void options(ReviewOptions now) {
      bar.show(now);
    }

    @Override
    public void server(Optional<On> now) {
      bar.show(now);
    }

    @Override
    public void fresh() {
      chosen.none();
    }

    @Override
    public void renamed() {
      retitle();
    }
  }

  /// Puts a text in place of what is there.
  public void text(String sql) {
    FxThread.check();
    editor.load(ScriptFile.lines(sql));
  }

  /// Reviews what the editor has, by what is known already.
  void review() {
    work.review();
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

  Work work() {
    return work;
  }

  Chosen chosen() {
    return chosen;
  }

  Plans plans() {
    return plans;
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

  /// A file or folder in a tab of its own.
  void elsewhere(Path path) {
    panels.open(path);
  }

  private void answered() {
    work.answered();
  }

  private void refresh() {
    findings.refreshSoon();
    editor.refresh();
  }

  private void stated() {
    ReviewModel.State now = model.state().get();
    busy();
    findings.refreshSoon();
    if (now == ReviewModel.State.FAILED) {
      model.fault().ifPresent(fault -> message.show(fault, kit.words()));
    } else if (now == ReviewModel.State.DONE) {
      chosen.show();
      work.keeping().ended();
    }
  }

  private void asked() {
    findings.asking(work.asking().words().get());
    busy();
  }

  private void busy() {
    bar.busy(
        model.state().get() == ReviewModel.State.REVIEWING
            || !work.asking().words().get().isEmpty());
  }

  private void retitle() {
    String name = work.path().map(p -> String.valueOf(p.getFileName())).orElse("SQL review");
    title.set((work.script().isChanged() ? "*" : "") + name);
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
    return work.folder().isPresent()
        ? "mdi2f-folder-search-outline"
        : "mdi2t-text-box-check-outline";
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
    model.reviewed().removeListener(answered);
    model.arranged().removeListener(arranged);
    model.state().removeListener(stated);
    editor.area().textProperty().removeListener(typed);
    work.asking().words().removeListener(asked);
    work.close();
    fixes.close();
    exports.close();
    findings.close();
    editor.close();
    model.close();
  }
}
