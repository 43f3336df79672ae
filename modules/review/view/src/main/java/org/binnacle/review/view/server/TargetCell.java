package org.binnacle.review.view.server;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.review.view.Servers;
import org.jspecify.annotations.Nullable;

/// A cluster or an instance as a line of the list.
final class TargetCell extends ListCell<Servers.Target> {
  private final Label name = new Label();
  private final Label words = new Label();
  private final Label environment = new Label();
  private final HBox line;

  TargetCell() {
    words.getStyleClass().add("muted");
    // The end of a name tells members apart; the beginning of a cluster's name they share.
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    environment.getStyleClass().add("band");
    environment.setMinWidth(Region.USE_PREF_SIZE);
    environment.managedProperty().bind(environment.visibleProperty());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line = new HBox(name, words, gap, environment);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("rule-line");
    // Long names are cut, not scrolled to.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Servers.@Nullable Target target, boolean empty) {
    super.updateItem(target, empty);
    if (empty || target == null) {
      setGraphic(null);
      return;
    }
    name.setText(target.name());
    name.setGraphic(
        Icons.of(target.cluster() ? "mdi2s-sitemap-outline" : "mdi2d-database-outline"));
    words.setText(target.words());
    environment.setText(target.environment());
    environment.setVisible(!target.environment().isEmpty());
    Colours.put(environment, target.colour());
    setGraphic(line);
  }
}
