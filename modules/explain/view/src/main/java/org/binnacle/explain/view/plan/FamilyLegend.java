package org.binnacle.explain.view.plan;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.binnacle.explain.drawing.Family;

/// What the colours of a drawing stand for.
final class FamilyLegend {
  private FamilyLegend() {}

  static HBox flame() {
    return of("flame");
  }

  static HBox diagram() {
    return of("access");
  }

  private static HBox of(String kind) {
    var legend = new HBox();
    legend.getStyleClass().add("legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    for (Family family : Family.values()) {
      if (family == Family.JOIN || family == Family.OTHER) {
        continue;
      }
      var mark = new Region();
      mark.getStyleClass().addAll("legend-mark", kind, family.name().toLowerCase(Locale.ROOT));
      var word = new Label(word(family), mark);
      word.getStyleClass().add("muted");
      word.setTooltip(new Tooltip(family.words()));
      word.setMinWidth(Region.USE_PREF_SIZE);
      legend.getChildren().add(word);
    }
    legend.setMinWidth(0);
    return legend;
  }

  private static String word(Family family) {
    return switch (family) {
      case CONST -> "const";
      case REF -> "ref, eq_ref";
      case FULLTEXT -> "fulltext";
      case RANGE -> "range";
      case SCAN -> "index, ALL";
      case WORK -> "sort, temp";
      case JOIN, OTHER -> "";
    };
  }
}
