package org.binnacle.explain.view.worksheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.Live;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Severity;

/// A worksheet: statements are written, run on one or several instances, and their results looked
/// through. What is written survives a restart.
public final class SheetPanel implements Panel {
  private final Kit kit;
  private final Live live;
  private final ExplainPanels panels;
  private final String id;
  private final Drafts drafts;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("SQL");
  private final MessageBar message = new MessageBar();
  private final SheetBar bar;
  private final SheetEditor editor;
  private final SchemaBrowser browser;
  private final ResultTabs results;
  private final BorderPane root = new BorderPane();
  private final SheetRuns runs;
  private final SheetLock lock;
  private final SheetFile file;
  private final InvalidationListener typed = seen -> typed();

  /// @param instances where it runs; those of the draft where there are none
  public SheetPanel(Kit kit, ExplainPanels panels, String id, List<InstanceRef> instances) {
    FxThread.check();
    this.kit = kit;
    this.live = kit.live().orElseThrow();
    this.panels = panels;
    this.id = id;
    drafts = new Drafts(kit.settings(), id);
    results = new ResultTabs(kit, panels, this::jump);
    bar = new SheetBar(live, new SheetHands(this));
    editor =
        new SheetEditor(
            live.schemas(),
            () -> bar.chosen().stream().findFirst(),
            () -> bar.database().orElse(""));
    file = new SheetFile(kit, drafts, editor.area(), root, message, this::retitle);
    browser = new SchemaBrowser(kit, live.schemas(), new SheetHands(this));
    runs = new SheetRuns(kit, live.worksheets().open(), bar, results, drafts, message);
    lock = new SheetLock(root, bar, message);
    var upper = new SplitPane(browser, editor);
    upper.setDividerPositions(0.24);
    SplitPane.setResizableWithParent(browser, false);
    var split = new SplitPane(upper, results.pane());
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.46);
    root.setTop(new VBox(bar, message));
    root.setCenter(split);
    root.getStyleClass().addAll("plan-panel", "worksheet");
    root.getStylesheets().add(Themes.css("plan"));
    SheetKeys.attach(root, this);
    restore(instances);
    editor.area().textProperty().addListener(typed);
    retitle();
  }

  /// Leaves a statement for the worksheet of this id to begin with.
  public static void draft(Settings settings, String id, String database, String sql) {
    var drafts = new Drafts(settings, id);
    drafts.put("database", database);
    drafts.put("text", sql);
  }

  /// Whether there is a draft of this id to go on with.
  public static boolean known(Settings settings, String id) {
    return Drafts.known(settings, id);
  }

  private void restore(List<InstanceRef> instances) {
    List<String> kept = Arrays.asList(drafts.get("instances").split(" "));
    List<InstanceRef> wanted =
        instances.isEmpty()
            ? live.instances().get().stream().filter(one -> kept.contains(one.id())).toList()
            : instances;
    bar.choose(wanted);
    bar.use(drafts.get("database"));
    editor.area().show(drafts.get("text"));
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
    return "mdi2d-database-edit-outline";
  }

  @Override
  public String frame() {
    return bar.chosen().stream()
        .filter(one -> one.safety() == Safety.STRICT)
        .findFirst()
        .map(InstanceRef::colour)
        .orElse("");
  }

  @Override
  public String help() {
    return "worksheet";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    editor.area().requestFocus();
  }

  SheetEditor editor() {
    return editor;
  }

  ResultTabs results() {
    return results;
  }

  SheetBar bar() {
    return bar;
  }

  Drafts drafts() {
    return drafts;
  }

  /// Runs the selection or the statement under the cursor.
  void runOne() {
    editor
        .piece()
        .ifPresentOrElse(
            piece -> runs.start(piece.sql(), piece.from(), lock.arming()),
            () -> message.show(Severity.NOTICE, "Write a statement first."));
  }

  public void runAll() {
    runs.start(editor.area().text(), 0, lock.arming());
  }

  void cancel() {
    runs.cancel();
  }

  void explain() {
    if (bar.chosen().isEmpty()) {
      message.show(Severity.NOTICE, "Choose an instance first.");
      return;
    }
    editor
        .piece()
        .ifPresent(
            piece ->
                panels.statement(bar.chosen().getFirst(), bar.database().orElse(""), piece.sql()));
  }

  void advise() {
    if (bar.chosen().isEmpty()) {
      message.show(Severity.NOTICE, "Choose an instance first.");
      return;
    }
    editor
        .piece()
        .ifPresent(
            piece ->
                panels.advise(
                    bar.chosen().stream().findFirst(), bar.database().orElse(""), piece.sql()));
  }

  void searchHistory() {
    HistorySheet.open(root, kit, live.worksheets().history(), editor::add);
  }

  /// Arms or locks.
  void lock() {
    lock.turn();
  }

  /// The instances or the database have changed: what was armed for others is locked again.
  void moved() {
    List<String> ids = bar.chosen().stream().map(InstanceRef::id).toList();
    String now = String.join(" ", ids);
    if (!now.equals(drafts.get("instances"))) {
      lock.moved();
    }
    drafts.put("instances", now);
    drafts.put("database", bar.database().orElse(""));
    browser.show(bar.chosen().stream().findFirst());
    retitle();
  }

  private void typed() {
    drafts.put("text", editor.area().text());
    retitle();
  }

  private void retitle() {
    String where =
        bar.chosen().stream().map(InstanceRef::name).limit(2).collect(Collectors.joining(", "));
    title.set(
        (file.unsaved() ? "• " : "")
            + file.name().orElse(where.isEmpty() ? "SQL" : "SQL: " + where));
  }

  private void jump(MessageRow row) {
    int at = runs.at(row);
    editor.area().select(at, at);
    editor.area().requestFocus();
  }

  void openFile() {
    file.open();
  }

  /// @param elsewhere asks for the file even where there is one
  void save(boolean elsewhere) {
    file.save(elsewhere);
  }

  @Override
  public void close() {
    FxThread.check();
    editor.area().textProperty().removeListener(typed);
    runs.close();
    file.close();
    results.close();
    browser.close();
    editor.close();
    bar.close();
  }
}
