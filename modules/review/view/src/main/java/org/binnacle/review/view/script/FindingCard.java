package org.binnacle.review.view.script;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.Fix;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.report.Told;

/// Findings at a place, as the card under the mouse tells them: what, why, fix, which rule.
final class FindingCard {
  private static final int MOST = 4;

  private FindingCard() {}

  /// @param set name of the rule set
  static Node of(List<Row> rows, List<Optional<RuleInfo>> rules, String set) {
    var box = new VBox();
    box.getStyleClass().add("finding-cards");
    for (int i = 0; i < Math.min(MOST, rows.size()); i++) {
      box.getChildren().add(one(rows.get(i), rules.get(i), set));
    }
    if (rows.size() > MOST) {
      box.getChildren().add(quiet("and %,d more: F8".formatted(rows.size() - MOST)));
    }
    return box;
  }

  private static Node one(Row row, Optional<RuleInfo> rule, String set) {
    var icon = Icons.of(LevelLook.icon(row.level()));
    icon.getStyleClass().addAll("tint", LevelLook.colour(row.level()));
    var what = new Label(row.message());
    what.setWrapText(true);
    what.getStyleClass().add("name");
    var head = new HBox(icon, what);
    head.setAlignment(Pos.TOP_LEFT);
    head.getStyleClass().add("finding-head");
    var box = new VBox(head);
    box.getStyleClass().add("finding-card");
    rule.ifPresent(
        r -> {
          var why = new Label(r.because());
          why.setWrapText(true);
          box.getChildren().add(why);
        });
    row.told()
        .flatMap(Told::fix)
        .map(Fix::title)
        .ifPresent(title -> box.getChildren().add(new Label("Alt+Enter: " + title)));
    box.getChildren().add(quiet(row.rule() + "  ·  rule set " + set));
    return box;
  }

  private static Label quiet(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    return label;
  }
}
