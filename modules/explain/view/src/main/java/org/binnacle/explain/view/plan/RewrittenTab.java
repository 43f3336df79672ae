package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.sql.Layout;
import org.binnacle.sql.SqlModes;

/// The statement as the optimizer rewrote it, and what the server said beside the plan.
final class RewrittenTab implements PlanTab {
  private final PlanModel model;
  private final SqlArea area = SqlArea.reader();
  private final BorderPane root = new BorderPane();
  private Optional<Opened> shown = Optional.empty();

  RewrittenTab(PlanModel model) {
    this.model = model;
    root.setId("plan-rewritten");
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show() {
    if (model.opened().get().equals(shown)) {
      return;
    }
    shown = model.opened().get();
    shown.ifPresent(this::fill);
  }

  private void fill(Opened plan) {
    Optional<String> rewritten = plan.plan().rewritten();
    root.setCenter(
        rewritten.isPresent()
            ? area
            : Placeholder.of(
                "mdi2f-format-text",
                "The plan does not hold the rewritten statement",
                "JSON version 2 holds it; for other formats run SHOW WARNINGS after EXPLAIN and paste"
                    + " its note 1003 with the plan."));
    rewritten.ifPresent(sql -> area.show(Layout.DEFAULT.of(sql, SqlModes.DEFAULT)));
    var said = new ArrayList<String>(plan.about().warnings());
    said.addAll(plan.plan().notes());
    root.setBottom(said.isEmpty() ? null : notes(said));
  }

  private static Node notes(List<String> said) {
    var box = new VBox();
    box.getStyleClass().add("plan-notes");
    var heading = new Label("Warnings and notes");
    heading.getStyleClass().add("section");
    box.getChildren().add(heading);
    for (String one : said) {
      var line = new Label(one.length() > 2000 ? one.substring(0, 2000) + " …" : one);
      line.setWrapText(true);
      box.getChildren().add(line);
    }
    var scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plan-notes-scroll");
    return scroll;
  }

  @Override
  public void close() {
    area.close();
  }
}
