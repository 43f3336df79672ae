package org.binnacle.diagnosis.view.board;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Colours;

/// How many are how badly off; a click shows only those.
final class BoardChips extends HBox {
  private final Label all = new Label();
  private final Button critical;
  private final Button down;
  private final Button unknown;
  private final Button warnings;

  /// @param show takes the query behind a chip
  BoardChips(Consumer<String> show) {
    getStyleClass().add("board-chips");
    setAlignment(Pos.CENTER_LEFT);
    all.getStyleClass().add("figure");
    critical = chip("mdi2a-alert-octagon", "severity:critical", show);
    down = chip("mdi2l-lan-disconnect", "is:down", show);
    unknown = chip("mdi2h-help-circle-outline", "is:unknown", show);
    warnings = chip("mdi2a-alert-outline", "is:warning", show);
    getChildren().addAll(all, critical, down, unknown, warnings);
    show(BoardScene.NOTHING);
  }

  private static Button chip(String icon, String query, Consumer<String> show) {
    var chip = new Button("", Icons.of(icon));
    chip.getStyleClass().addAll("chip", "pill");
    chip.setTooltip(new Tooltip("Show only these: " + query));
    chip.setOnAction(event -> show.accept(query));
    return chip;
  }

  void show(BoardScene scene) {
    int many = scene.rows().size();
    all.setText(many == 1 ? "1 instance" : "%,d instances".formatted(many));
    put(critical, scene.critical(), "critical", "red");
    put(down, scene.down(), "down", "red");
    put(unknown, scene.unknown(), "unknown", "purple");
    put(warnings, scene.warnings(), scene.warnings() == 1 ? "warning" : "warnings", "orange");
  }

  private static void put(Button chip, long many, String word, String colour) {
    chip.setText("%,d %s".formatted(many, word));
    Colours.put(chip, many == 0 ? "grey" : colour);
  }
}
