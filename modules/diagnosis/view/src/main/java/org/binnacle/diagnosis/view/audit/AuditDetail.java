package org.binnacle.diagnosis.view.audit;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.AuditEntry;

/// One entry in full.
final class AuditDetail extends BorderPane implements AutoCloseable {
  private final Label heading = new Label();
  private final Label reason = new Label();
  private final SqlArea text = SqlArea.reader();

  AuditDetail() {
    getStyleClass().add("session-detail");
    heading.getStyleClass().add("heading");
    heading.setWrapText(true);
    reason.getStyleClass().add("muted");
    reason.setWrapText(true);
    var head = new HBox(new VBox(heading, reason));
    head.getStyleClass().add("detail-head");
    setTop(head);
    setCenter(text);
  }

  void show(AuditEntry entry) {
    heading.setText(
        "%s  %s  %s on %s (%s)"
            .formatted(
                AuditColumns.at(entry),
                entry.act(),
                AuditColumns.outcome(entry),
                entry.instance().name(),
                entry.instance().address()));
    reason.setText(
        "%s, %s%s"
            .formatted(
                entry.actor(),
                entry.target(),
                entry.reason().isEmpty() ? "" : ". Reason: " + entry.reason()));
    text.show(entry.sql() + ";\n\n" + entry.detail());
  }

  @Override
  public void close() {
    text.close();
  }
}
