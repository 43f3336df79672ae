package org.binnacle.diagnosis.view.incident;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.incident.report.Mask;

/// What is taken out of an export: literals, hosts and users apart, and whether all but the summary
/// is. Its words tell what is chosen.
final class MaskMenu extends MenuButton {
  private final CheckMenuItem literals = item("Mask literals", "mask-literals");
  private final CheckMenuItem hosts = item("Mask hosts", "mask-hosts");
  private final CheckMenuItem users = item("Mask users", "mask-users");
  private final CheckMenuItem summary = item("Only the summary", "mask-summary");

  MaskMenu() {
    setId("incident-mask");
    setTooltip(new Tooltip("What is taken out of what is exported"));
    setMinWidth(Region.USE_PREF_SIZE);
    var all = new MenuItem("Mask all three");
    all.setOnAction(event -> List.of(literals, hosts, users).forEach(one -> one.setSelected(true)));
    getItems().addAll(literals, hosts, users, all, new SeparatorMenuItem(), summary);
    List.of(literals, hosts, users, summary)
        .forEach(one -> one.selectedProperty().addListener((seen, was, is) -> tell()));
    tell();
  }

  private static CheckMenuItem item(String words, String id) {
    var item = new CheckMenuItem(words);
    item.setId(id);
    return item;
  }

  private void tell() {
    var chosen = new ArrayList<String>();
    if (literals.isSelected()) {
      chosen.add("literals");
    }
    if (hosts.isSelected()) {
      chosen.add("hosts");
    }
    if (users.isSelected()) {
      chosen.add("users");
    }
    String masked = chosen.isEmpty() ? "Nothing masked" : "Masked: " + String.join(", ", chosen);
    setText(summary.isSelected() ? masked + "; summary only" : masked);
  }

  Mask mask() {
    return new Mask(
        literals.isSelected(), hosts.isSelected(), users.isSelected(), summary.isSelected());
  }
}
