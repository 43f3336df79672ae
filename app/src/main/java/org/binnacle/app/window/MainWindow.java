package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.PaletteSource;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.ErrorSheet;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.TaskBar;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;

/// The main window: menus, navigator, tabs, tasks, status. Everything on the FX thread.
public final class MainWindow implements AutoCloseable {
  private final WindowWiring wiring;
  private final Stage stage = new Stage();
  private final Themes themes;
  private final Workbench workbench;
  private final WindowMemory memory;
  private final SplitPane sides = new SplitPane();
  private final Welcome welcome = new Welcome();
  private final Parts parts;
  private final List<Command> commands;
  private final List<PanelKind> kinds;
  private final TaskBar taskBar;
  private final StatusBar statusBar;
  private final Layer layer;
  private Runnable onClosed = () -> {};
  private boolean closed;

  private MainWindow(WindowWiring wiring) {
    FxThread.check();
    this.wiring = wiring;
    themes = new Themes(wiring.settings());
    kinds = new ArrayList<>();
    memory = new WindowMemory(wiring.settings(), this);
    workbench =
        new Workbench(
            () -> kinds,
            welcome,
            (area, shut, moved) -> new DetachedWindow(area, themes, this::keys, shut, moved),
            memory::saveSoon);
    parts =
        wiring
            .parts()
            .apply(
                new WindowWiring.Desk(
                    workbench,
                    wiring.tasks(),
                    wiring.choosers(),
                    themes,
                    wiring.settings(),
                    wiring.words()));
    commands = new ArrayList<>(new WindowCommands(workbench, this, themes).all());
    commands.addAll(parts.commands());
    kinds.addAll(OwnPanels.kinds(this));
    kinds.addAll(parts.kinds());
    welcome.offer(commands, parts.welcome());
    taskBar = new TaskBar(wiring.tasks(), wiring.words());
    statusBar = new StatusBar(parts.status());
    sides.getItems().setAll(parts.navigator(), workbench.main());
    SplitPane.setResizableWithParent(parts.navigator(), false);
    var frame = new BorderPane(sides);
    frame.setTop(MainMenu.of(commands));
    frame.setBottom(new VBox(taskBar, statusBar));
    layer = new Layer(frame);
    layer.getStyleClass().add("window");
  }

  /// Opens the window, as it was left.
  public static MainWindow open(WindowWiring wiring) {
    var window = new MainWindow(wiring);
    window.show();
    return window;
  }

  public Workbench workbench() {
    return workbench;
  }

  public Stage stage() {
    return stage;
  }

  Settings settings() {
    return wiring.settings();
  }

  public Themes themes() {
    return themes;
  }

  Parts parts() {
    return parts;
  }

  /// All commands: those of the window and those of the parts.
  public List<Command> commands() {
    return List.copyOf(commands);
  }

  /// Runs once after the window has closed.
  public void onClosed(Runnable action) {
    onClosed = action;
  }

  /// Tells a failure that nobody else told.
  public void failed(Fault fault) {
    FxThread.check();
    if (!closed && !layer.covered()) {
      ErrorSheet.open(layer, fault, wiring.words());
    }
  }

  /// Closes the window and what it opened; remembers how it was first.
  @Override
  public void close() {
    FxThread.check();
    if (closed) {
      return;
    }
    memory.save();
    closed = true;
    workbench.close();
    taskBar.close();
    statusBar.close();
    themes.undress(stage.getScene());
    themes.close();
    stage.hide();
    onClosed.run();
  }

  WindowWiring wiring() {
    return wiring;
  }

  SplitPane sides() {
    return sides;
  }

  Node navigator() {
    return parts.navigator();
  }

  boolean isOpen() {
    return !closed;
  }

  void quit() {
    close();
  }

  void palette() {
    if (!layer.covered()) {
      Palette.open(layer, entries());
    }
  }

  void toggleNavigator() {
    if (sides.getItems().contains(parts.navigator())) {
      memory.save();
      sides.getItems().remove(parts.navigator());
    } else {
      sides.getItems().addFirst(parts.navigator());
      memory.placeNavigator();
    }
    memory.saveSoon();
  }

  void focusNavigator() {
    if (!sides.getItems().contains(parts.navigator())) {
      toggleNavigator();
    }
    parts.navigator().requestFocus();
  }

  void help() {
    String topic = workbench.front().map(Panel::help).orElse("start");
    openHelp(topic);
  }

  void openHelp(String topic) {
    workbench.open("help", () -> new HelpPanel(wiring.settings()));
    workbench.panels().stream()
        .filter(HelpPanel.class::isInstance)
        .map(HelpPanel.class::cast)
        .forEach(panel -> panel.topic(topic));
  }

  private List<PaletteSource.Entry> entries() {
    var entries = new ArrayList<PaletteSource.Entry>();
    parts.sources().forEach(source -> entries.addAll(source.entries()));
    entries.addAll(OwnEntries.of(this));
    return entries;
  }

  private void show() {
    var scene = new Scene(layer, 1360, 860);
    themes.dress(scene);
    stage.setScene(scene);
    stage.setTitle("Binnacle");
    stage.setMinWidth(640);
    stage.setMinHeight(400);
    keys(scene);
    memory.restore();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close();
        });
    stage.show();
    memory.placeNavigator();
    Optional<Panel> front = workbench.front();
    front.ifPresentOrElse(Panel::focus, parts.navigator()::requestFocus);
    memory.watch();
  }

  private void keys(Scene scene) {
    for (Command command : commands) {
      command
          .combination()
          .ifPresent(
              key ->
                  scene
                      .getAccelerators()
                      .put(
                          key,
                          () -> {
                            if (!(scene.getRoot() instanceof Layer over && over.covered())) {
                              command.run();
                            }
                          }));
    }
  }
}
