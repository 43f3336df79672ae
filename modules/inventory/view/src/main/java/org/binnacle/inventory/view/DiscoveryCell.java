package org.binnacle.inventory.view;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.inventory.reach.Discovered;
import org.binnacle.kernel.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/// A server that was found: check box, role, name, why.
final class DiscoveryCell extends TreeCell<DiscoveryCell.Line> {

  record Line(Discovered found, BooleanProperty chosen) {}

  private final Words words;
  private final CheckBox check = new CheckBox();
  private final FontIcon icon = Icons.of("mdi2d-database-outline");
  private final Label name = new Label();
  private final Label reason = new Label();
  private final HBox box = new HBox(check, icon, name, reason);
  private @org.jspecify.annotations.Nullable BooleanProperty bound;

  DiscoveryCell(Words words) {
    this.words = words;
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("found-line");
    reason.getStyleClass().add("muted");
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    if (bound != null) {
      check.selectedProperty().unbindBidirectional(bound);
      bound = null;
    }
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    Discovered found = line.found();
    bound = line.chosen();
    check.selectedProperty().bindBidirectional(line.chosen());
    check.setVisible(!found.known());
    icon.setIconLiteral(
        found.instance().role().equals("source") ? "mdi2d-database" : "mdi2d-database-outline");
    name.setText(found.instance().name() + "  " + found.instance().role());
    String trouble =
        found.fault().map(fault -> " — not reached: " + words.of(fault).happened()).orElse("");
    reason.setText((found.known() ? "in the inventory" : found.foundBy()) + trouble);
    setGraphic(box);
  }
}
