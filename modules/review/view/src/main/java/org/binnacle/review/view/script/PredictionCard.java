package org.binnacle.review.view.script;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.ddl.RebuildTime;
import org.binnacle.review.live.Sizes;
import org.binnacle.review.schema.Table;

/// What the ALTER TABLE under the cursor is foretold to cost; takes no room for other statements.
final class PredictionCard extends VBox {
  private final Label title = new Label();
  private final FlowPane pills = new FlowPane();
  private final Label words = new Label();
  private final Label clauses = new Label();
  private Optional<Prediction> shown = Optional.empty();

  PredictionCard() {
    setId("review-prediction");
    getStyleClass().add("prediction-card");
    title.getStyleClass().add("heading");
    pills.setAlignment(Pos.CENTER_LEFT);
    pills.getStyleClass().add("prediction-pills");
    words.setWrapText(true);
    clauses.setWrapText(true);
    clauses.getStyleClass().add("muted");
    clauses.managedProperty().bind(clauses.visibleProperty());
    getChildren().addAll(pills, words, clauses);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(Optional<Prediction> foretold) {
    FxThread.check();
    // The caret moves with each letter: the same again is not laid out anew.
    if (!foretold.equals(shown)) {
      shown = foretold;
      setVisible(foretold.isPresent());
      foretold.ifPresent(this::fill);
    }
  }

  private void fill(Prediction p) {
    title.setText("ALTER of " + p.table());
    pills.getChildren().setAll(title);
    Optional<Cost> cost = p.cost();
    if (p.fresh()) {
      pill("empty table", "green");
    } else if (cost.isEmpty()) {
      pill("not known", "grey");
    } else {
      Cost.Algorithm algorithm = cost.get().algorithm();
      pill(
          algorithm.name(),
          switch (algorithm) {
            case INSTANT -> "green";
            case INPLACE -> cost.get().rebuild() ? "orange" : "blue";
            case COPY -> "red";
          });
      pill(
          cost.get().rebuild() ? "rebuilds the table" : "no rebuild",
          cost.get().rebuild() ? "orange" : "grey");
      if (algorithm != Cost.Algorithm.INSTANT) {
        pill("LOCK=" + cost.get().lock(), cost.get().lock() == Cost.Lock.NONE ? "grey" : "red");
      }
    }
    p.size().ifPresent(size -> pill(size(size), "grey"));
    p.time()
        .ifPresent(
            time ->
                pill(
                    "about " + Sizes.shown(time) + " " + RebuildTime.assumption(),
                    time.toSeconds() > 60 ? "orange" : "grey"));
    if (!p.asked().isEmpty()) {
      pill("asks for " + p.asked(), "purple");
    }
    words.setText(words(p));
    String all = clauses(p);
    clauses.setText(all);
    clauses.setVisible(!all.isEmpty());
  }

  private void pill(String text, String colour) {
    pills.getChildren().add(Icons.pill(text, colour));
  }

  private static String words(Prediction p) {
    if (p.cost().isEmpty() && !p.fresh()) {
      return p.known()
          ? "What it costs hangs on the partitions or the tablespace; nothing is foretold."
          : "What it costs hangs on how the column is now: give a schema, and it is foretold.";
    }
    String why = p.cost().map(Cost::why).orElse("");
    return p.blocks() + (why.isEmpty() || p.fresh() ? "" : " Why: " + why + ".");
  }

  private static String clauses(Prediction p) {
    if (p.fresh() || p.clauses().isEmpty()) {
      return "";
    }
    var lines = new StringBuilder();
    for (Prediction.Clause clause : p.clauses()) {
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(clause.cost().map(Cost::shown).orElse("not known"))
          .append(":  ")
          .append(clause.words());
    }
    return lines.toString();
  }

  private static String size(Table.Size size) {
    return "~%,d rows, %s".formatted(size.rows(), bytes(size.dataBytes() + size.indexBytes()));
  }

  private static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, value >= 10 || unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }
}
