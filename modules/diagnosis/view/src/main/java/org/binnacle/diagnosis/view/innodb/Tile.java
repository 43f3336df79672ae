package org.binnacle.diagnosis.view.innodb;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.fxkit.chart.Sparkline;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Severity;

/// One figure large, with its course.
final class Tile extends VBox {
  private final String key;
  private final Label value = new Label("–");
  private final Sparkline course = new Sparkline();
  private final Tooltip tip = new Tooltip();

  /// @param words what it is called here
  /// @param key of the figure
  Tile(String words, String key) {
    this.key = key;
    getStyleClass().add("tile");
    var name = new Label(words);
    name.getStyleClass().add("muted");
    value.getStyleClass().add("figure");
    course.setMinHeight(26);
    course.setPrefHeight(26);
    course.setMinWidth(60);
    getChildren().addAll(name, value, course);
    HBox.setHgrow(this, Priority.ALWAYS);
    setMinWidth(120);
    setPrefWidth(180);
    Tooltip.install(this, tip);
    tip.setText(words);
  }

  void show(InnoDbScene scene) {
    Figure figure = scene.figure(key).orElse(null);
    if (figure == null) {
      value.setText("not told");
      States.set(this, States.WARNING, false);
      States.set(this, States.CRITICAL, false);
      return;
    }
    value.setText(inShort(figure.value()));
    States.set(this, States.WARNING, figure.severity() == Severity.WARNING);
    States.set(this, States.CRITICAL, figure.severity() == Severity.CRITICAL);
    course.values(
        scene.trends().getOrDefault(key, java.util.List.of()).stream()
            .mapToDouble(Double::doubleValue)
            .toArray(),
        figure.name() + ", " + figure.value() + " now");
    tip.setText(
        figure.group()
            + ", "
            + figure.name()
            + " "
            + figure.value()
            + (figure.words().isEmpty() ? "" : ": " + figure.words()));
  }

  /// Without the share of something else behind it, for which a tile has no room.
  private static String inShort(String value) {
    int aside = value.indexOf(" (");
    return aside < 0 ? value : value.substring(0, aside);
  }
}
