package org.binnacle.diagnosis.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.testkit.Screen;

/// A panel of sessions in a window, and hands to use it with.
@SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
final class SessionStage implements AutoCloseable {

  final Panel panel;
  final Stage window;
  private final Themes themes;

  SessionStage(Kit kit, InstanceRef... instances) {
    this(
        kit,
        Screen.get(
            () ->
                new DiagnosisPanels(kit)
                    .sessions(
                        instances.length == 1 ? instances[0].name() : "shop", List.of(instances))));
  }

  SessionStage(Kit kit, Panel panel) {
    this.panel = panel;
    themes = Screen.get(() -> new Themes(kit.settings()));
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

  /// Brings a view to the front.
  void choose(String view) {
    Screen.run(() -> ((InstancePanel) panel).choose(view));
  }

  /// On the FX thread; null where no view in front has it. A view that has just come to the front
  /// gets its skins, and with them the parts of split panes, now and not at the next pulse.
  @SuppressWarnings("unchecked")
  <T> TableView<T> table(String id) {
    Parent root = window.getScene().getRoot();
    if (Platform.isFxApplicationThread() && find(root, id).isEmpty()) {
      root.applyCss();
      root.layout();
    }
    return (TableView<T>) find(root, id).orElse(null);
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
    Pictures.take(themes, window.getScene(), name);
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
