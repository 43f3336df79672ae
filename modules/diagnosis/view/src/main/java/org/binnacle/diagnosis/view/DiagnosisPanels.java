package org.binnacle.diagnosis.view;

import java.util.List;
import org.binnacle.diagnosis.view.audit.AuditPanel;
import org.binnacle.diagnosis.view.sessions.SessionsPanel;
import org.binnacle.fxkit.Panel;
import org.binnacle.kernel.InstanceRef;

/// Makes the panels of live diagnosis, on the FX thread. The caller closes what it gets.
public final class DiagnosisPanels {
  private final Kit kit;

  public DiagnosisPanels(Kit kit) {
    this.kit = kit;
  }

  /// The sessions of one instance, or of several merged in one table.
  ///
  /// @param title such as the instance's or the cluster's name
  public Panel sessions(String title, List<InstanceRef> instances) {
    return new SessionsPanel(kit, title, instances);
  }

  /// The id that {@link #sessions} gives, to find a tab that is open already.
  public static String sessionsId(List<InstanceRef> instances) {
    return SessionsPanel.id(instances);
  }

  /// What was done to servers.
  public Panel audit() {
    return new AuditPanel(kit);
  }
}
