package org.binnacle.fxkit.sheet;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A card over a window: a veil behind it, Esc closes it, the keyboard's focus cannot leave it and
/// goes back to where it was.
public final class SheetFrame {
  private final Layer layer;
  private final Region card;
  private final StackPane veil;
  private final Scene scene;
  private final @Nullable Node before;
  private final ChangeListener<Node> focus;
  private final EventHandler<KeyEvent> keys;

  private SheetFrame(Layer layer, Region card, Runnable back) {
    this.layer = layer;
    this.card = card;
    this.scene = layer.getScene();
    this.before = scene.getFocusOwner();
    this.veil = new StackPane(card);
    veil.getStyleClass().add("veil");
    veil.setOnMousePressed(
        event -> {
          if (veil.equals(event.getTarget())) {
            event.consume();
          }
        });
    keys =
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back.run();
          }
        };
    focus =
        (seen, was, is) -> {
          if (is != null && !isInside(is, veil) && isTop()) {
            first(card);
          }
        };
  }

  /// Opens a card at the right side of the window.
  ///
  /// @param back what Esc does
  public static SheetFrame open(Layer layer, Region card, Runnable back) {
    var frame = new SheetFrame(layer, card, back);
    frame.show(Pos.CENTER_RIGHT);
    return frame;
  }

  /// Opens a card at the top of the middle, as the palette does.
  public static SheetFrame openTop(Layer layer, Region card, Runnable back) {
    var frame = new SheetFrame(layer, card, back);
    frame.show(Pos.TOP_CENTER);
    return frame;
  }

  private void show(Pos place) {
    StackPane.setAlignment(card, place);
    layer.put(veil);
    veil.addEventHandler(KeyEvent.KEY_PRESSED, keys);
    scene.focusOwnerProperty().addListener(focus);
    veil.applyCss();
    veil.layout();
    first(card);
  }

  public void close() {
    scene.focusOwnerProperty().removeListener(focus);
    veil.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
    layer.take(veil);
    if (before != null && scene.equals(before.getScene())) {
      before.requestFocus();
    }
  }

  private boolean isTop() {
    Parent parent = veil.getParent();
    return parent != null && parent.getChildrenUnmodifiable().getLast().equals(veil);
  }

  private static boolean isInside(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /// Focus goes to the first text field, else to the first control that takes it.
  private static void first(Parent card) {
    Node field = find(card, true);
    Node any = field == null ? find(card, false) : field;
    if (any != null) {
      any.requestFocus();
    }
  }

  private static @Nullable Node find(Parent parent, boolean text) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible() || child.isDisabled()) {
        continue;
      }
      boolean fits =
          text
              ? child instanceof TextInputControl input && input.isEditable()
              : child instanceof Control && child.isFocusTraversable();
      if (fits) {
        return child;
      }
      if (child instanceof Parent nested) {
        Node found = find(nested, text);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
