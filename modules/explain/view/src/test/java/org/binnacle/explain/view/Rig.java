package org.binnacle.explain.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Words;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;

/// A window with one panel in it, as the workbench would show it: the newest that was opened.
public final class Rig implements AutoCloseable, Kit.Doors {
  /// Where pictures go.
  public static final Path SHOTS = Path.of("target", "shots");

  public final MemorySettings settings = new MemorySettings();
  public final MemoryPlans plans = new MemoryPlans();
  public final Kit kit;
  public final ExplainPanels panels;
  public final Map<String, Panel> open = new LinkedHashMap<>();
  public final List<String> reviewed = new CopyOnWriteArrayList<>();
  public volatile Optional<Path> file = Optional.empty();
  private final StackPane room;
  private final Themes themes;
  private final Tasks tasks;
  private final Stage stage;

  public Rig() {
    this(Optional.empty());
  }

  /// @param live servers
  public Rig(Optional<Live> live) {
    Screen.start();
    tasks = Screen.get(Tasks::new);
    themes = Screen.get(() -> new Themes(settings));
    // For looking at all pictures with larger letters: -Dshots.letters=15
    Optional.ofNullable(Integer.getInteger("shots.letters"))
        .ifPresent(px -> Screen.run(() -> themes.size().set(px)));
    room = Screen.get(() -> new StackPane());
    kit =
        Screen.get(
            () ->
                new Kit(
                    settings,
                    new Words(),
                    tasks,
                    new TestChoosers(),
                    live,
                    new Shelf(Optional.of(new PlanHistory(plans))),
                    this));
    panels = Screen.get(() -> new ExplainPanels(kit));
    stage =
        Screen.get(
            () -> {
              var scene = new Scene(new Layer(room), 1360, 820);
              themes.dress(scene);
              themes.choice().set(Themes.Choice.LIGHT);
              var window = new Stage();
              window.setScene(scene);
              window.show();
              return window;
            });
  }

  private final class TestChoosers implements Choosers {
    @Override
    public Optional<Path> open(Window owner, String title, List<Kind> kinds) {
      return file;
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name, List<Kind> kinds) {
      return file;
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
      return Optional.empty();
    }
  }

  @Override
  public void open(String id, Supplier<Panel> panel) {
    Panel shown = open.computeIfAbsent(id, none -> panel.get());
    room.getChildren().setAll(shown.node());
    shown.shown();
    shown.focus();
  }

  @Override
  public Optional<Consumer<String>> review() {
    return Optional.of(reviewed::add);
  }

  /// Takes the panel in front out of the window; on the FX thread.
  public void leave() {
    room.getChildren().clear();
  }

  /// Closes all panels; on the FX thread.
  public void closeAll() {
    leave();
    open.values().forEach(Panel::close);
    open.clear();
  }

  /// The panel in front.
  public Panel front() {
    return open.values().stream().reduce((a, b) -> b).orElseThrow();
  }

  public Stage stage() {
    return stage;
  }

  public Themes themes() {
    return themes;
  }

  /// A real output that the engine's tests read too.
  public static String sample(String path) {
    try {
      return Files.readString(
          Path.of("..", "engine", "src", "test", "resources", "plans").resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param css such as `#plan-tree`
  public <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(
        () -> {
          if (room.lookup(css) == null) {
            // What stands inside of a skin is there after the next pulse, which may be late.
            room.applyCss();
            room.layout();
          }
          return type.cast(room.lookup(css));
        });
  }

  public void clipboard(String text) {
    Screen.run(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  /// Presses a key where the keyboard is.
  public void press(KeyCode code, boolean shortcut) {
    Screen.run(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          Event.fireEvent(
              owner == null ? room : owner,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
        });
    Screen.settle();
  }

  public void press(KeyCode code) {
    press(code, false);
  }

  /// A picture in light and one in dark.
  public void shoot(String name) {
    for (Themes.Choice choice : List.of(Themes.Choice.DARK, Themes.Choice.LIGHT)) {
      Screen.run(() -> themes.choice().set(choice));
      Screen.settle();
      Screen.run(
          () -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
          });
      Screen.settle();
      Screen.run(
          () ->
              Shots.take(
                  stage.getScene(),
                  Double.parseDouble(System.getProperty("shots.scale", "1")),
                  SHOTS.resolve(
                      name + "-" + choice.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
    }
  }

  @Override
  public void close() {
    Screen.run(
        () -> {
          room.getChildren().clear();
          open.values().forEach(Panel::close);
          tasks.close();
          themes.undress(stage.getScene());
          themes.close();
        });
    Screen.close(stage);
  }
}
