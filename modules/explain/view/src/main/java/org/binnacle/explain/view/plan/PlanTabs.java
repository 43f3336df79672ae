package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Settings;
import org.jspecify.annotations.Nullable;

/// The tabs of one plan. A tab is made when it first comes to the front, so that opening a plan
/// costs what is seen.
final class PlanTabs {
  private final TabPane pane = new TabPane();
  private final List<Slot> slots = new ArrayList<>();

  private static final class Slot {
    private final Supplier<PlanTab> make;
    private final StackPane room = new StackPane();
    private @Nullable PlanTab made;

    private Slot(Supplier<PlanTab> make) {
      this.make = make;
    }

    private PlanTab get() {
      PlanTab present = made;
      if (present == null) {
        present = make.get();
        made = present;
        room.getChildren().setAll(present.node());
      }
      return present;
    }
  }

  PlanTabs(PlanModel model, Inks inks, Settings settings) {
    pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    pane.getStyleClass().add("plan-tabs");
    pane.setId("plan-tabs");
    add("Tree", "mdi2f-file-tree-outline", () -> new TreeTab(model));
    add("Flame", "mdi2c-chart-gantt", () -> new FlameTab(model, inks));
    add("Diagram", "mdi2s-sitemap-outline", () -> new DiagramTab(model, inks));
    add("Raw", "mdi2c-code-braces", () -> new RawTab(model));
    add("Rewritten SQL", "mdi2f-format-text", () -> new RewrittenTab(model));
    add("Tables", "mdi2t-table", () -> new TablesTab(model, settings));
    pane.getSelectionModel().selectedIndexProperty().addListener(seen -> show());
    pane.setOnMouseEntered(event -> tips());
  }

  /// Made when the mouse first comes, as each is a window of its own.
  private void tips() {
    pane.setOnMouseEntered(null);
    for (int i = 0; i < pane.getTabs().size(); i++) {
      Tab tab = pane.getTabs().get(i);
      tab.setTooltip(new Tooltip(tab.getText() + "  (" + (i + 1) + ")"));
    }
  }

  private void add(String title, String icon, Supplier<PlanTab> make) {
    var tab = new Tab(title);
    tab.setGraphic(Icons.of(icon));
    var slot = new Slot(make);
    slots.add(slot);
    tab.setContent(slot.room);
    pane.getTabs().add(tab);
  }

  TabPane pane() {
    return pane;
  }

  void select(int at) {
    pane.getSelectionModel().select(at);
    current().focus();
  }

  /// Brings the tab in front up to date.
  void show() {
    current().show();
  }

  PlanTab current() {
    return slots.get(Math.max(0, pane.getSelectionModel().getSelectedIndex())).get();
  }

  void redraw() {
    made().forEach(PlanTab::redraw);
  }

  void close() {
    made().forEach(PlanTab::close);
  }

  private List<PlanTab> made() {
    return slots.stream().flatMap(slot -> Optional.ofNullable(slot.made).stream()).toList();
  }
}
