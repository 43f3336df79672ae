package org.binnacle.diagnosis.view.incident;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.Settings;

/// The plans of two captures: which statements have another one, and below the plans of the
/// selected one side by side.
final class PlanPair extends SplitPane implements AutoCloseable {
  private final GridTable table;
  private final SqlArea before = SqlArea.reader();
  private final SqlArea after = SqlArea.reader();
  private final Optional<Recorded> then;
  private final Optional<Recorded> now;

  PlanPair(Difference.Area area, Incident first, Incident second, Settings settings) {
    boolean one = first.recorded().size() == 1 && second.recorded().size() == 1;
    now = second.of(area.instance());
    then = one ? Optional.of(first.recorded().getFirst()) : first.of(area.instance());
    table = new GridTable("incident-compare.plans", "plans", area.grid(), settings);
    table.onPicked(line -> show(area.grid(), line));
    var plans =
        new SplitPane(
            titled(SideBySide.head(first), before), titled(SideBySide.head(second), after));
    setOrientation(Orientation.VERTICAL);
    getItems().addAll(table, plans);
    setDividerPositions(0.4);
    if (!area.grid().isEmpty()) {
      show(area.grid(), area.grid().rows().getFirst());
    }
  }

  private static BorderPane titled(String words, SqlArea area) {
    var head = new Label(words);
    head.getStyleClass().addAll("heading", "detail-head");
    var pane = new BorderPane(area);
    pane.setTop(head);
    return pane;
  }

  private void show(Grid grid, List<String> cells) {
    var line = new Grid.Line(grid, cells);
    before.show(plan(then, line));
    after.show(plan(now, line));
  }

  private static String plan(Optional<Recorded> one, Grid.Line wanted) {
    return one.stream()
        .flatMap(recorded -> recorded.grid("plans", "plans").lines().stream())
        .filter(line -> line.text("digest").equals(wanted.text("digest")))
        .filter(line -> line.text("schema").equals(wanted.text("schema")))
        .map(line -> line.text("plan"))
        .findFirst()
        .orElse("-- no plan of it was recorded");
  }

  @Override
  public void close() {
    table.close();
    before.close();
    after.close();
  }
}
