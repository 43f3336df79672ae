package org.binnacle.app.tour;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.binnacle.app.start.Toolkit;
import org.binnacle.app.window.MainWindow;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.theme.Themes;

/// Drives the real window through its screens and takes a picture of each, light and dark.
public final class Tour implements Toolkit.Visit {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final List<Stop> stops;
  private final Consumer<Path> taken;

  /// A screen: its name, and the panel that shows it.
  ///
  /// @param panel the id of the panel; empty for the window without one
  /// @param rows whether a table of it has to hold something before the picture is taken; its first
  ///   row is then selected
  /// @param key pressed before the picture is taken, as in `Shortcut+K`; Escape is pressed after
  ///   it; empty for none
  public record Stop(String name, String panel, boolean rows, String key) {
    public Stop(String name, String panel, boolean rows) {
      this(name, panel, rows, "");
    }
  }

  /// @param taken told of each picture, on the calling thread
  public Tour(Path folder, List<Stop> stops, Consumer<Path> taken) {
    this.folder = folder;
    this.stops = List.copyOf(stops);
    this.taken = taken;
  }

  @Override
  public void to(MainWindow window, CountDownLatch closed) throws InterruptedException {
    // Tabs that came back from an earlier run would stand before the first picture.
    onFx(() -> window.workbench().panels().forEach(p -> window.workbench().close(p.id())));
    for (var choice : List.of(Themes.Choice.LIGHT, Themes.Choice.DARK)) {
      onFx(() -> window.themes().choice().set(choice));
      for (Stop stop : stops) {
        if (closed.getCount() == 0) {
          return;
        }
        if (!stop.panel().isEmpty()) {
          onFx(() -> window.workbench().open(stop.panel()));
        }
        settle(window, stop);
        if (stop.rows()) {
          onFx(() -> tables(window).forEach(table -> table.getSelectionModel().select(0)));
          settle(window, stop);
        }
        if (!stop.key().isEmpty()) {
          onFx(() -> pressInPanel(window, (KeyCodeCombination) KeyCombination.valueOf(stop.key())));
          TimeUnit.SECONDS.sleep(1);
          settle(window, stop);
        }
        Path file =
            folder.resolve(stop.name() + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png");
        onFx(() -> Shots.take(window.stage().getScene(), 1, file));
        taken.accept(file);
        if (!stop.key().isEmpty()) {
          onFx(() -> escape(window));
        }
      }
      for (Stop stop : stops) {
        onFx(() -> window.workbench().close(stop.panel()));
      }
    }
  }

  /// Waits for the rows, then for two rounds of layout.
  private static void settle(MainWindow window, Stop stop) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    var empty = new ArrayList<Boolean>();
    do {
      empty.clear();
      onFx(() -> empty.add(stop.rows() && !hasRows(window)));
      TimeUnit.MILLISECONDS.sleep(300);
    } while (empty.getFirst() && System.nanoTime() < until);
    for (int i = 0; i < 2; i++) {
      onFx(() -> window.stage().getScene().getRoot().layout());
    }
  }

  private static boolean hasRows(MainWindow window) {
    return tables(window).stream().anyMatch(table -> !table.getItems().isEmpty());
  }

  private static List<TableView<?>> tables(MainWindow window) {
    var tables = new ArrayList<TableView<?>>();
    for (Node node : window.stage().getScene().getRoot().lookupAll(".table-view")) {
      if (node instanceof TableView<?> table) {
        tables.add(table);
      }
    }
    return tables;
  }

  /// As if pressed in the panel in front: at what has the keyboard there, else at the panel, since
  /// after a tab was closed the keyboard may be elsewhere.
  private static void pressInPanel(MainWindow window, KeyCodeCombination keys) {
    Scene scene = window.stage().getScene();
    Node panel = window.workbench().front().map(Panel::node).orElse(scene.getRoot());
    Node above = scene.getFocusOwner();
    while (above != null && !above.equals(panel)) {
      above = above.getParent();
    }
    press(above == null ? panel : scene.getFocusOwner(), keys);
  }

  /// Closes what a key opened: a sheet or a menu has the keyboard then.
  private static void escape(MainWindow window) {
    Scene scene = window.stage().getScene();
    Node owner = scene.getFocusOwner();
    press(owner == null ? scene.getRoot() : owner, new KeyCodeCombination(KeyCode.ESCAPE));
  }

  private static void press(Node at, KeyCodeCombination keys) {
    Event.fireEvent(
        at,
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            "",
            "",
            keys.getCode(),
            keys.getShift() == KeyCombination.ModifierValue.DOWN,
            keys.getShortcut() == KeyCombination.ModifierValue.DOWN,
            false,
            false));
  }

  private static void onFx(Runnable work) throws InterruptedException {
    var done = new CompletableFuture<Boolean>();
    FxThread.later(
        () -> {
          try {
            work.run();
            done.complete(true);
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        });
    try {
      done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the window does not answer", e);
    }
  }
}
