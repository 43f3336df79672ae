package org.binnacle.review.view;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Words;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;

/// A window with one panel in it, as the workbench would show it: the newest that was opened.
public final class Rig implements AutoCloseable, Kit.Doors {
  /// Where pictures go.
  public static final Path SHOTS = Path.of("target", "shots");

  public final MemorySettings settings = new MemorySettings();
  public final ReviewPanels panels;
  public final Tasks tasks;
  public final Map<String, Panel> open = new LinkedHashMap<>();
  public volatile Optional<Path> file = Optional.empty();
  public volatile Past past = Past.none();
  public volatile Servers servers = Servers.none();
  private final StackPane room;
  private final Themes themes;
  private final Stage stage;

  public Rig() {
    Screen.start();
    tasks = Screen.get(Tasks::new);
    themes = Screen.get(() -> new Themes(settings));
    room = Screen.get(() -> new StackPane());
    panels =
        Screen.get(
            () ->
                new ReviewPanels(
                    new Kit(
                        settings,
                        new Words(),
                        tasks,
                        new TestChoosers(),
                        "binnacle test",
                        new TestPast(),
                        new TestServers(),
                        this)));
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

  /// Asks what the test has put there by then.
  private final class TestPast implements Past {
    @Override
    public Optional<List<Kept>> last(String path) {
      return past.last(path);
    }

    @Override
    public void keep(Report report, RuleSet set, Target target, Map<String, String> texts) {
      past.keep(report, set, target, texts);
    }
  }

  /// Asks what the test has put there by then.
  private final class TestServers implements Servers {
    @Override
    public List<Servers.Target> targets() {
      return servers.targets();
    }

    @Override
    public Picked pick(String target, boolean sourceToo, Cancel cancel) {
      return servers.pick(target, sourceToo, cancel);
    }

    @Override
    public void show(Shown plan) {
      servers.show(plan);
    }
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
      return file;
    }
  }

  @Override
  public void open(String id, Supplier<Panel> panel) {
    Panel shown = open.computeIfAbsent(id, none -> panel.get());
    room.getChildren().setAll(shown.node());
    // Skins and with them the parts of split panes are there from now on, not from the next pulse.
    room.applyCss();
    room.layout();
    shown.shown();
    FxThread.later(shown::focus);
  }

  /// Closes a panel and leaves the window empty.
  public void shut(String id) {
    Panel panel = open.remove(id);
    room.getChildren().clear();
    if (panel != null) {
      panel.close();
    }
  }

  /// The panel in front.
  public Panel front() {
    return open.values().stream().reduce((a, b) -> b).orElseThrow();
  }

  public Stage stage() {
    return stage;
  }

  /// @param css such as `#review-tree`, in the whole window, sheets included
  public <N extends Node> N find(String css, Class<N> type) {
    return Screen.get(() -> type.cast(stage.getScene().getRoot().lookup(css)));
  }

  /// Presses a key where the keyboard is.
  public void press(KeyCode code, boolean shift, boolean shortcut, boolean alt) {
    Screen.run(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          Event.fireEvent(
              owner == null ? room : owner,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, alt, false));
        });
    Screen.settle();
  }

  public void press(KeyCode code) {
    press(code, false, false, false);
  }

  /// A picture in light and one in dark.
  public void shoot(String name) {
    shoot(name, 1);
  }

  /// @param scale 1.25 for 125 %
  public void shoot(String name, double scale) {
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
                  scale,
                  SHOTS.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png")));
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
