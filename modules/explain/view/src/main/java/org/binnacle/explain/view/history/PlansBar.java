package org.binnacle.explain.view.history;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.fxkit.Icons;

/// What is looked for among the kept plans, how many there are, and what can be done with the
/// chosen ones. On the FX thread.
final class PlansBar extends HBox implements AutoCloseable {
  private static final int MOST = 5_000;

  private final String digest;
  private final TextField search = new TextField();
  private final ToggleButton changed = new ToggleButton("Changed");
  private final ToggleButton pinned = new ToggleButton("Pinned");
  private final Label count = new Label();
  private final InvalidationListener typed;

  /// @param digest of the one statement whose plans are shown; empty for all
  /// @param ask run when something else is looked for
  PlansBar(String digest, Runnable ask) {
    this.digest = digest;
    typed = seen -> ask.run();
    search.setPromptText("Search in statement, name, instance, database and version  (/)");
    search.setId("plans-search");
    search.textProperty().addListener(typed);
    setHgrow(search, Priority.ALWAYS);
    changed.setId("plans-changed");
    changed.setOnAction(event -> ask.run());
    pinned.setId("plans-pinned");
    pinned.setOnAction(event -> ask.run());
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(search, changed, pinned, count);
    getStyleClass().add("plans-bar");
    setAlignment(Pos.CENTER_LEFT);
  }

  /// Puts a button behind what is there.
  void add(String icon, String words, String tip, Runnable action) {
    getChildren().add(button(icon, words, tip, action));
  }

  /// The way from one statement's plans to those of all.
  void widen(Runnable action) {
    String words = "All statements";
    getChildren().add(1, button("mdi2f-filter-off-outline", words, words, action));
  }

  private static Button button(String icon, String words, String tip, Runnable action) {
    Button button = Icons.button(icon, words, tip, action);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /// The menu of exports and, at the end, reading again.
  void end(List<MenuItem> exports, Runnable again) {
    var export = new MenuButton("Export", Icons.of("mdi2e-export"));
    export.getItems().setAll(exports);
    getChildren().addAll(export, Icons.button("mdi2r-refresh", "Read again", again));
  }

  TextField search() {
    return search;
  }

  /// What is looked for now.
  PlanSearch wanted() {
    return new PlanSearch(
        search.getText().strip(), digest, changed.isSelected(), pinned.isSelected(), MOST);
  }

  /// Whether fewer than all are looked for.
  boolean narrow() {
    return !search.getText().isBlank() || changed.isSelected() || pinned.isSelected();
  }

  /// Looks for all from the next question on.
  void clear() {
    search.clear();
    changed.setSelected(false);
    pinned.setSelected(false);
  }

  /// Tells how many were found.
  void found(List<KeptHead> plans) {
    long moved = plans.stream().filter(KeptHead::changed).count();
    count.setText(
        (plans.size() == 1 ? "1 plan" : "%,d plans".formatted(plans.size()))
            + (moved == 0 ? "" : ", %,d changed".formatted(moved)));
  }

  @Override
  public void close() {
    search.textProperty().removeListener(typed);
  }
}
