package org.binnacle.app.window;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.theme.Colours;

/// A panel in a tab, with the coloured frame of its instance around it.
final class PanelTab extends Tab {
  private final Panel panel;
  private final Label title = new Label();
  private final HBox head;
  private final ChangeListener<Boolean> front = (seen, was, is) -> front(is);

  PanelTab(Panel panel) {
    FxThread.check();
    this.panel = panel;
    title.textProperty().bind(panel.title());
    title.getStyleClass().add("tab-title");
    var tip = new Tooltip();
    tip.textProperty().bind(panel.title());
    setTooltip(tip);
    head = new HBox(Icons.of(panel.icon()), title);
    head.getStyleClass().add("tab-head");
    if (!panel.frame().isEmpty()) {
      var mark = new Label();
      mark.getStyleClass().addAll("band", "tab-mark");
      Colours.put(mark, panel.frame());
      head.getChildren().addFirst(mark);
    }
    setGraphic(head);
    setId(panel.id());
    setContent(framed());
    selectedProperty().addListener(front);
  }

  Panel panel() {
    return panel;
  }

  /// What is dragged, and clicked with the middle button.
  HBox head() {
    return head;
  }

  /// The panel is gone for good.
  void end() {
    FxThread.check();
    selectedProperty().removeListener(front);
    if (isSelected()) {
      panel.hidden();
    }
    title.textProperty().unbind();
    getTooltip().textProperty().unbind();
    setContent(null);
    panel.close();
  }

  private void front(boolean is) {
    if (is) {
      panel.shown();
    } else {
      panel.hidden();
    }
  }

  private BorderPane framed() {
    var frame = new BorderPane(panel.node());
    frame.getStyleClass().add("panel-frame");
    if (panel.frame().isEmpty()) {
      return frame;
    }
    var words = new Label();
    if (panel.frameWords().isEmpty()) {
      words.textProperty().bind(panel.title());
    } else {
      words.setText(panel.frameWords());
    }
    words.setMaxWidth(Double.MAX_VALUE);
    words.getStyleClass().addAll("band", "frame-words");
    Colours.put(words, panel.frame());
    frame.getStyleClass().add("framed");
    Colours.put(frame, panel.frame());
    frame.setTop(words);
    return frame;
  }
}
