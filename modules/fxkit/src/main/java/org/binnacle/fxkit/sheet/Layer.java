package org.binnacle.fxkit.sheet;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;

/// The root of every window's scene: the content, over it at most one sheet at a time (a further
/// one lies on the first), over that the toasts. Found from any node of the window, so that a panel
/// needs no reference to its window.
public final class Layer extends StackPane {
  private final StackPane sheets = new StackPane();
  private final VBox toasts = new VBox();

  public Layer(Node content) {
    getStyleClass().add("layer");
    sheets.setPickOnBounds(false);
    sheets.setVisible(false);
    toasts.getStyleClass().add("toasts");
    toasts.setAlignment(Pos.BOTTOM_LEFT);
    toasts.setPickOnBounds(false);
    toasts.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(toasts, Pos.BOTTOM_LEFT);
    getChildren().addAll(content, sheets, toasts);
  }

  /// The layer of the window that shows this node.
  ///
  /// @throws IllegalStateException where the node is in no window of ours
  public static Layer of(Node node) {
    return find(node).orElseThrow(() -> new IllegalStateException("no layer above " + node));
  }

  static Optional<Layer> find(Node node) {
    Scene scene = node.getScene();
    Parent root = scene == null ? null : scene.getRoot();
    return root instanceof Layer layer ? Optional.of(layer) : Optional.empty();
  }

  /// Whether a sheet is open.
  public boolean covered() {
    return !sheets.getChildren().isEmpty();
  }

  void put(Node sheet) {
    FxThread.check();
    sheets.getChildren().add(sheet);
    sheets.setVisible(true);
  }

  void take(Node sheet) {
    FxThread.check();
    sheets.getChildren().remove(sheet);
    sheets.setVisible(!sheets.getChildren().isEmpty());
  }

  VBox toasts() {
    return toasts;
  }
}
