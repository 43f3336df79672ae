package org.binnacle.review.view.script;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.live.PlanFacts;

/// The plan of the statement under the cursor in a line; takes no room where there is none.
final class PlanCard extends HBox {
  private final Label words = new Label();
  private final Hyperlink open = new Hyperlink("Open its plan (Ctrl+P)");
  private Optional<PlanFacts> shown = Optional.empty();

  PlanCard(Runnable show) {
    setId("review-plan");
    getStyleClass().addAll("prediction-card", "plan-card");
    setAlignment(Pos.CENTER_LEFT);
    words.setGraphic(Icons.of("mdi2f-file-tree-outline"));
    open.setId("review-plan-open");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(
        event -> {
          open.setVisited(false);
          show.run();
        });
    getChildren().addAll(words, open);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(Optional<PlanFacts> plan) {
    FxThread.check();
    if (!plan.equals(shown)) {
      shown = plan;
      setVisible(plan.isPresent());
      plan.ifPresent(p -> words.setText("This statement " + Plans.words(p)));
    }
  }
}
