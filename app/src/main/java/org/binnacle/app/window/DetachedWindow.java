package org.binnacle.app.window;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.theme.Themes;

/// A window of tabs beside the main one.
final class DetachedWindow {

  /// Makes one.
  interface Maker {
    /// @param closed called when the user closes it
    /// @param moved called when its place has changed
    DetachedWindow make(TabArea area, Consumer<DetachedWindow> closed, Runnable moved);
  }

  private final TabArea area;
  private final Stage stage = new Stage();
  private final Themes themes;

  DetachedWindow(
      TabArea area,
      Themes themes,
      Consumer<Scene> keys,
      Consumer<DetachedWindow> closed,
      Runnable moved) {
    FxThread.check();
    this.area = area;
    this.themes = themes;
    var scene = new Scene(new Layer(area), 900, 600);
    scene.getRoot().getStyleClass().add("window");
    themes.dress(scene);
    keys.accept(scene);
    stage.setScene(scene);
    stage.setTitle("Binnacle");
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          closed.accept(this);
        });
    InvalidationListener place = seen -> moved.run();
    stage.xProperty().addListener(place);
    stage.yProperty().addListener(place);
    stage.widthProperty().addListener(place);
    stage.heightProperty().addListener(place);
  }

  TabArea area() {
    return area;
  }

  Stage stage() {
    return stage;
  }

  void show() {
    area.active().front().ifPresent(tab -> stage.setTitle(tab.panel().title().getValue()));
    stage.show();
  }

  void toFront() {
    stage.toFront();
    stage.requestFocus();
  }

  boolean isFocused() {
    return stage.isFocused();
  }

  void close() {
    themes.undress(stage.getScene());
    stage.hide();
  }
}
