package org.binnacle.diagnosis.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Screen;

/// A panel of sessions in a window, and hands to use it with.
@SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
final class SessionStage implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "shots");

  final Panel panel;
  final Stage window;
  private final Themes themes;

  SessionStage(Kit kit, InstanceRef... instances) {
    themes = Screen.get(() -> new Themes(kit.settings()));
    panel = Screen.get(() -> new DiagnosisPanels(kit).sessions("shop", List.of(instances)));
    window =
        Screen.get(
            () -> {
              var scene = new Scene(new Layer(panel.node()), 1360, 860);
              themes.dress(scene);
              var stage = new Stage();
              stage.setScene(scene);
              stage.show();
              panel.shown();
              return stage;
            });
  }

  @SuppressWarnings("unchecked")
  <T> TableView<T> table(String id) {
    return (TableView<T>) find(window.getScene().getRoot(), id).orElse(null);
  }

  List<ProcessRow> rows(String id) {
    TableView<ProcessRow> table = table(id);
    return table == null ? List.of() : List.copyOf(table.getItems());
  }

  void until(String table, String what, Predicate<ProcessRow> wanted) {
    Screen.until(what, () -> rows(table).stream().anyMatch(wanted));
  }

  void select(String table, long... ids) {
    Screen.run(
        () -> {
          TableView<ProcessRow> view = table(table);
          view.getSelectionModel().clearSelection();
          for (int i = 0; i < view.getItems().size(); i++) {
            for (long id : ids) {
              if (view.getItems().get(i).id() == id) {
                view.getSelectionModel().select(i);
              }
            }
          }
        });
  }

  void press(String table, KeyCode code, boolean shift, boolean control) {
    Screen.run(
        () ->
            table(table)
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
  }

  void press(String table, KeyCode code) {
    press(table, code, false, false);
  }

  @SuppressWarnings("unchecked")
  <N extends Node> Optional<N> node(String id) {
    return find(window.getScene().getRoot(), id).map(found -> (N) found);
  }

  // The selectors of a look-up take the dot of an id for a class.
  private static Optional<Node> find(Node from, String id) {
    if (id.equals(from.getId())) {
      return Optional.of(from);
    }
    if (from instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = find(child, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  <N extends Node> N the(String id) {
    Screen.until(id, () -> node(id).isPresent());
    return Screen.get(() -> this.<N>node(id).orElseThrow());
  }

  Optional<Button> button(String verb) {
    return window.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> node instanceof Button one && verb.equals(one.getText()))
        .map(Button.class::cast)
        .findFirst();
  }

  Button theButton(String verb) {
    Screen.until("the button " + verb, () -> button(verb).isPresent());
    return Screen.get(() -> button(verb).orElseThrow());
  }

  void fire(String verb) {
    Button button = theButton(verb);
    Screen.until(verb + " can be pressed", () -> !button.isDisabled());
    Screen.run(button::fire);
  }

  void shoot(String name) {
    for (var choice : List.of(Themes.Choice.LIGHT, Themes.Choice.DARK)) {
      Screen.run(() -> themes.choice().set(choice));
      Screen.settle();
      String file = name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png";
      Screen.run(() -> Shots.take(window.getScene(), 1, SHOTS.resolve(file)));
    }
    Screen.run(() -> themes.choice().set(Themes.Choice.LIGHT));
  }

  @Override
  public void close() {
    Screen.run(
        () -> {
          panel.close();
          themes.undress(window.getScene());
          themes.close();
        });
    Screen.close(window);
  }
}
