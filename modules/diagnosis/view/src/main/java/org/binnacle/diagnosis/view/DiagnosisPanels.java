package org.binnacle.diagnosis.view;

import java.util.List;
import javafx.scene.Node;
import org.binnacle.diagnosis.view.audit.AuditPanel;
import org.binnacle.diagnosis.view.board.BoardPanel;
import org.binnacle.diagnosis.view.board.Opening;
import org.binnacle.diagnosis.view.incident.CaptureSheet;
import org.binnacle.diagnosis.view.incident.ComparePanel;
import org.binnacle.diagnosis.view.incident.IncidentPanel;
import org.binnacle.diagnosis.view.incident.IncidentsPanel;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.diagnosis.view.instance.SqlUsedSheet;
import org.binnacle.fxkit.Panel;
import org.binnacle.kernel.InstanceRef;

/// Makes the panels of live diagnosis, on the FX thread. The caller closes what it gets.
public final class DiagnosisPanels {
  private final Kit kit;

  public DiagnosisPanels(Kit kit) {
    this.kit = kit;
  }

  /// One instance, or several merged, with all views of {@link InstanceViews}; sessions come first.
  ///
  /// @param title such as the instance's or the cluster's name
  public Panel sessions(String title, List<InstanceRef> instances) {
    return new InstancePanel(kit, title, instances, InstanceViews.shipped());
  }

  /// The id that {@link #sessions} gives, to find a tab that is open already.
  public static String sessionsId(List<InstanceRef> instances) {
    return InstancePanel.id(instances);
  }

  /// Brings a view of a panel that {@link #sessions} made to the front, by its key.
  public static void choose(Panel panel, String view) {
    if (panel instanceof InstancePanel instance) {
      instance.choose(view);
    }
  }

  /// The whole fleet, worst first.
  ///
  /// @param open opens the tab of an instance
  public Panel board(Opening open) {
    return new BoardPanel(kit, open);
  }

  /// Every statement that was sent to watch these instances.
  ///
  /// @param anywhere a node of the window
  public void sqlUsed(List<InstanceRef> instances, Node anywhere) {
    SqlUsedSheet.open(kit, instances, anywhere);
  }

  /// The incidents that are kept.
  public Panel incidents() {
    return new IncidentsPanel(kit);
  }

  /// One incident by its id.
  public Panel incident(String id) {
    return new IncidentPanel(kit, id);
  }

  /// Two incidents compared, by their ids.
  public Panel compare(String before, String after) {
    return new ComparePanel(kit, before, after);
  }

  /// Records what instances do, at once.
  ///
  /// @param anywhere a node of the window
  public void capture(List<InstanceRef> instances, Node anywhere) {
    CaptureSheet.open(kit, instances, anywhere);
  }

  /// What was done to servers.
  public Panel audit() {
    return new AuditPanel(kit);
  }
}
