package org.binnacle.diagnosis.view.incident;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.view.InstanceViews;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.diagnosis.view.instance.ViewKind;

/// Two incidents in one view each, beside each other: the blocking trees, as they were.
final class SideBySide extends SplitPane implements AutoCloseable {
  private final List<InstancePanel> panels = new ArrayList<>();
  private final List<Kit> kits = new ArrayList<>();

  /// @param view the key of the view, such as `locks`
  SideBySide(Kit kit, Recording before, Recording after, String view) {
    List<ViewKind> kinds =
        InstanceViews.shipped().stream().filter(kind -> kind.key().equals(view)).toList();
    for (Recording one : List.of(before, after)) {
      getItems().add(side(kit, one, kinds));
    }
    setDividerPositions(0.5);
  }

  private BorderPane side(Kit kit, Recording one, List<ViewKind> kinds) {
    Kit recorded = RecordedViews.kit(kit, one);
    kits.add(recorded);
    Incident incident = one.incident();
    var panel = new InstancePanel(recorded, incident.title(), one.instances(), kinds);
    panels.add(panel);
    var head = new Label(head(incident));
    head.getStyleClass().addAll("heading", "detail-head");
    var side = new BorderPane(panel.node());
    side.setTop(head);
    return side;
  }

  /// `shop-db-1 at 2026-11-29 14:08:03`, over what is of one of two.
  static String head(Incident incident) {
    return incident.title() + " at " + IncidentPanel.AT.format(incident.at());
  }

  @Override
  public void close() {
    panels.forEach(InstancePanel::close);
    kits.forEach(
        kit -> {
          kit.topSql().ifPresent(TopSql::close);
          kit.diagnosis().close();
        });
  }
}
