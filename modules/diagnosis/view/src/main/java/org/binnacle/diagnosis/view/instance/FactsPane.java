package org.binnacle.diagnosis.view.instance;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sql.SqlArea;

/// What is known of the selected row: a text to the left, names and values to the right.
public final class FactsPane extends BorderPane implements AutoCloseable {
  private final Label heading = new Label();
  private final SqlArea text = SqlArea.reader();
  private final GridPane facts = new GridPane();
  private List<String> told = List.of();

  /// @param hide takes the pane away
  public FactsPane(Runnable hide) {
    getStyleClass().add("session-detail");
    heading.getStyleClass().add("heading");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(heading, gap, Icons.button("mdi2c-close", "Hide the detail (Esc)", hide));
    head.getStyleClass().add("detail-head");
    head.setAlignment(Pos.CENTER_LEFT);
    facts.getStyleClass().add("facts");
    var scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    var split = new SplitPane(text, scroll);
    split.setDividerPositions(0.55);
    setTop(head);
    setCenter(split);
  }

  /// @param now names and values in turn; those without a value are left out
  public void show(String head, String sql, List<String> now) {
    heading.setText(head);
    text.show(sql);
    if (now.equals(told)) {
      return;
    }
    told = List.copyOf(now);
    facts.getChildren().clear();
    int line = 0;
    for (int i = 0; i + 1 < now.size(); i += 2) {
      if (now.get(i + 1).isEmpty()) {
        continue;
      }
      var name = new Label(now.get(i));
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setValignment(name, VPos.TOP);
      var value = new Label(now.get(i + 1));
      value.setWrapText(true);
      facts.addRow(line++, name, value);
    }
  }

  @Override
  public void close() {
    text.close();
  }
}
