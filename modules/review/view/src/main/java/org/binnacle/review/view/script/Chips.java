package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.binnacle.fxkit.Icons;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.report.NotRun;

/// What a review comes to in a line: the verdict, how many of each level, what was not looked at.
final class Chips extends FlowPane {
  private final Map<Level, ToggleButton> levels = new EnumMap<>(Level.class);
  private final ToggleButton silent = new ToggleButton();
  private final Button notRun = new Button();
  private final Label verdict = new Label();
  private final Hands hands;
  private Map<Need, Long> missing = Map.of();

  /// What the chips ask of their pane.
  interface Hands {
    void levels(Set<Level> shown);

    void silent(boolean too);

    /// Ways to run the rules that could not.
    List<MenuItem> remedies(Set<Need> missing);
  }

  Chips(Hands hands) {
    this.hands = hands;
    getStyleClass().add("review-chips");
    verdict.setId("review-verdict");
    getChildren().add(verdict);
    for (Level level : Level.values()) {
      var chip = new ToggleButton();
      chip.setId("review-chip-" + level.word());
      chip.setSelected(true);
      chip.setGraphic(Icons.of(LevelLook.icon(level)));
      chip.getStyleClass().addAll("chip", LevelLook.colour(level));
      chip.setOnAction(event -> hands.levels(chosen()));
      levels.put(level, chip);
      getChildren().add(chip);
    }
    silent.setId("review-chip-silent");
    silent.setTooltip(new Tooltip("Findings that a comment or the baseline suppresses"));
    silent.setOnAction(event -> hands.silent(silent.isSelected()));
    silent.getStyleClass().addAll("chip", "grey");
    notRun.setId("review-chip-not-run");
    notRun.setTooltip(new Tooltip("Rules that need more than the script"));
    notRun.getStyleClass().addAll("chip", "grey");
    notRun.setOnAction(event -> offer());
    getChildren().addAll(silent, notRun);
  }

  private Set<Level> chosen() {
    return levels.entrySet().stream()
        .filter(e -> e.getValue().isSelected())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Level.class)));
  }

  /// All levels again.
  void selectAll() {
    levels.values().forEach(chip -> chip.setSelected(true));
    hands.levels(chosen());
  }

  /// @param something whether anything was reviewed yet
  void show(String words, boolean something, Arranged now) {
    verdict.setText(words);
    levels.forEach(
        (level, chip) -> {
          chip.setText(LevelLook.count(level, now.counts().getOrDefault(level, 0L)));
          show(chip, something);
        });
    show(silent, now.silent() > 0);
    silent.setText("%,d suppressed".formatted(now.silent()));
    missing = now.notRun();
    show(notRun, !missing.isEmpty() || !now.refused().isEmpty());
    notRun.setText("not run: " + words(missing, now.refused().size()));
    notRun.getTooltip().setText(words(now.refused()));
  }

  private static void show(Region node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private static String words(Map<Need, Long> missing, int refused) {
    var all = new ArrayList<String>();
    missing.forEach(
        (need, count) ->
            all.add("%,d need%s %s".formatted(count, count == 1 ? "s" : "", need.words())));
    if (refused > 0) {
      all.add("%,d %s not told".formatted(refused, refused == 1 ? "was" : "were"));
    }
    return String.join(", ", all);
  }

  private static String words(List<NotRun> refused) {
    var words = new StringBuilder("Rules that need more than the script");
    refused.forEach(
        one -> words.append("\n").append(one.rule()).append(": ").append(one.why().orElse("")));
    return words.toString();
  }

  private void offer() {
    var menu = new ContextMenu();
    menu.getItems().setAll(hands.remedies(missing.keySet()));
    menu.show(notRun, Side.BOTTOM, 0, 2);
  }
}
