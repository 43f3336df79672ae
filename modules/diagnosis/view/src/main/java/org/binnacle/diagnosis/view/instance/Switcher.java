package org.binnacle.diagnosis.view.instance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// The row of views: digit, name and count of each, the chosen one marked. With large letters or in
/// a narrow window it goes on in a second row.
final class Switcher implements AutoCloseable {
  private static final double ONE_ROW = 2_000;

  private final FlowPane row = new FlowPane();
  private final ToggleGroup group = new ToggleGroup();
  private final Map<String, ToggleButton> buttons = new HashMap<>();
  private final Map<String, Label> counts = new HashMap<>();
  private final List<Runnable> detach = new ArrayList<>();

  Switcher(List<ViewKind> kinds, Consumer<String> choose) {
    row.getStyleClass().add("view-switcher");
    row.setPrefWrapLength(ONE_ROW);
    for (ViewKind kind : kinds) {
      var button = new ToggleButton(key(kind) + kind.words());
      var count = new Label();
      count.getStyleClass().add("view-count");
      // A button that is made with an unmanaged graphic does not take it in when that is managed.
      count
          .textProperty()
          .addListener((seen, was, is) -> button.setGraphic(is.isEmpty() ? null : count));
      button.setContentDisplay(ContentDisplay.RIGHT);
      button.setMnemonicParsing(false);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setFocusTraversable(false);
      button.setId("view-" + kind.key());
      button.setTooltip(
          new Tooltip(kind.digit() < 0 ? kind.tip() : kind.tip() + " (" + kind.digit() + ")"));
      button.setOnAction(
          event -> {
            // A press on the chosen one leaves it chosen.
            button.setSelected(true);
            choose.accept(kind.key());
          });
      buttons.put(kind.key(), button);
      counts.put(kind.key(), count);
      row.getChildren().add(button);
    }
  }

  private static String key(ViewKind kind) {
    return kind.digit() < 0 ? "" : kind.digit() + "  ";
  }

  Node node() {
    return row;
  }

  void choose(String key) {
    ToggleButton button = buttons.get(key);
    if (button != null) {
      button.setSelected(true);
    }
  }

  void badge(String key, ObservableValue<String> text) {
    Label count = counts.get(key);
    if (count == null) {
      return;
    }
    count.setText(text.getValue());
    ChangeListener<String> follow = (seen, was, is) -> count.setText(is);
    text.addListener(follow);
    detach.add(() -> text.removeListener(follow));
  }

  @Override
  public void close() {
    detach.forEach(Runnable::run);
    detach.clear();
  }
}
