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
  /// So many heads of tabs are styled in one event.
  private static final int A_TURN = 3;

  private final TabPane pane = new TabPane();
  private final List<Tab> tabs = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private boolean standing;

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
    for (int i = 0; i < tabs.size(); i++) {
      Tab tab = tabs.get(i);
      tab.setTooltip(new Tooltip(tab.getText() + "  (" + (i + 1) + ")"));
    }
  }

  private void add(String title, String icon, Supplier<PlanTab> make) {
    var tab = new Tab(title);
    tab.setGraphic(Icons.of(icon));
    var slot = new Slot(make);
    slots.add(slot);
    tab.setContent(slot.room);
    tabs.add(tab);
  }

  TabPane pane() {
    return pane;
  }

  /// Puts the tabs into their pane, some an event.
  List<Turns.Part> parts() {
    var parts = new ArrayList<Turns.Part>();
    for (int at = pane.getTabs().size(); at < tabs.size(); at += A_TURN) {
      List<Tab> some = tabs.subList(at, Math.min(tabs.size(), at + A_TURN));
      parts.add(Turns.Part.of(pane, () -> put(some)));
    }
    return parts;
  }

  private void put(List<Tab> some) {
    pane.getTabs().addAll(some.stream().filter(tab -> !pane.getTabs().contains(tab)).toList());
  }

  void select(int at) {
    put(tabs);
    standing = true;
    pane.getSelectionModel().select(at);
    current().focus();
  }

  /// Makes the tab in front.
  ///
  /// @return how it comes to stand; nothing where it does
  List<Turns.Part> make() {
    boolean stood = standing;
    standing = true;
    return stood ? List.of() : current().parts();
  }

  /// Brings the tab in front up to date.
  void show() {
    if (standing) {
      current().show();
    }
  }

  /// As {@link #show}, and tells when what is in sight stands.
  void stand(Runnable whole) {
    current().stand(whole);
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
