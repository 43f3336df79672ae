package org.binnacle.explain.view.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.compare.Delta;
import org.binnacle.explain.history.BesideChanges;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.explain.view.plan.Papers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Outcome;

/// Two plans side by side: each step of both on one line, with what became of it.
public final class ComparePanel implements Panel {
  /// Changes beside the plans that are told.
  private static final int MOST = 6;

  private final Kit kit;
  private final String id;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Compare plans");
  private final PlanChoice earlier;
  private final PlanChoice later;
  private final HBox sums = new HBox();
  private final ToggleButton onlyChanges = new ToggleButton("Changes only");
  private final MessageBar message = new MessageBar();
  private final LiveTable<ChangeRow, Integer> table;
  private final BorderPane root = new BorderPane();
  private final Questions reading = new Questions("what a tab compared");
  private final Questions remembers = new Questions("remembering a comparison");
  private final VBox below = new VBox();
  private Optional<Opened> before;
  private Optional<Opened> after;

  public ComparePanel(Kit kit, String id, Optional<Opened> before, Optional<Opened> after) {
    FxThread.check();
    this.kit = kit;
    this.id = id;
    this.before = before;
    this.after = after;
    table = new LiveTable<>("plan.compare", ChangeRow::order, ChangeRow.columns(), kit.settings());
    table.states(ChangeRow::states);
    table.whenEmpty(
        Placeholder.of(
            "mdi2c-compare-horizontal",
            "Choose two plans",
            "Of one statement: before and after an index, today and last week, replica and source."
                + " Each menu offers the plans opened in this window, the pinned one, the"
                + " clipboard and files."));
    earlier =
        new PlanChoice(
            kit,
            "Choose the earlier plan",
            message,
            () -> this.after,
            plan -> {
              this.before = Optional.of(plan);
              show();
            });
    later =
        new PlanChoice(
            kit,
            "Choose the later plan",
            message,
            () -> this.before,
            plan -> {
              this.after = Optional.of(plan);
              show();
            });
    earlier.menu().setId("compare-before");
    later.menu().setId("compare-after");
    onlyChanges.setId("compare-only-changes");
    onlyChanges.setOnAction(event -> filter());
    table.onClearFilter(
        () -> {
          onlyChanges.setSelected(false);
          filter();
        });
    onlyChanges.setMinWidth(Region.USE_PREF_SIZE);
    sums.setMinWidth(Region.USE_PREF_SIZE);
    var swap = Icons.button("mdi2s-swap-horizontal", "Swap both", this::swap);
    swap.setId("compare-swap");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    sums.getStyleClass().add("plan-facts");
    sums.setAlignment(Pos.CENTER_LEFT);
    var bar = new HBox(earlier.menu(), swap, later.menu(), gap, sums, onlyChanges);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("plan-line");
    var top = new VBox(bar, message);
    top.getStyleClass().add("plan-head");
    root.setTop(top);
    root.setCenter(table.view());
    root.getStyleClass().add("plan-panel");
    root.getStylesheets().add(Themes.css("plan"));
    below.getStyleClass().add("compare-beside");
    root.setBottom(below);
    show();
  }

  /// Shows what this tab compared at the last start.
  public void restore() {
    kit.shelf()
        .history()
        .ifPresent(
            history ->
                reading.ask(
                    () ->
                        Stream.of(id + "#before", id + "#after")
                            .map(history::shown)
                            .map(kept -> kept.map(plan -> Papers.open(plan, kit::instance)))
                            .toList(),
                    outcome -> {
                      if (outcome instanceof Outcome.Ok<List<Optional<Opened>>> ok) {
                        before = ok.value().getFirst();
                        after = ok.value().getLast();
                        show();
                      }
                    }));
  }

  private void remember(Opened old, Opened now) {
    kit.shelf()
        .history()
        .filter(history -> !id.endsWith(":sample"))
        .ifPresent(
            history ->
                remembers.ask(
                    () -> {
                      history.show(id + "#before", Papers.of(old, ""));
                      history.show(id + "#after", Papers.of(now, ""));
                      return true;
                    },
                    outcome -> {}));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-compare-horizontal";
  }

  @Override
  public String help() {
    return "explain";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  private void swap() {
    Optional<Opened> was = before;
    before = after;
    after = was;
    show();
  }

  private void show() {
    FxThread.check();
    earlier.show(before);
    later.show(after);
    sums.getChildren().clear();
    if (before.isEmpty() || after.isEmpty()) {
      table.rows(List.of());
      below.getChildren().clear();
      return;
    }
    Comparison comparison = Comparison.of(before.get().plan(), after.get().plan());
    table.rows(ChangeRow.of(comparison, before.get().plan(), after.get().plan()));
    sum("ms", comparison.timeMs());
    sum("cost", comparison.cost());
    var verdict = new Label(comparison.sameShape() ? "same shape" : "the plan changed");
    verdict.getStyleClass().add("pill");
    Colours.put(verdict, comparison.sameShape() ? "green" : "orange");
    sums.getChildren().add(verdict);
    beside(before.get(), after.get());
    remember(before.get(), after.get());
    filter();
  }

  /// What is not as it was beside the two: most often one of these is why they differ.
  private void beside(Opened old, Opened now) {
    below.getChildren().clear();
    List<String> changes =
        BesideChanges.of(
            old.about().version(),
            Papers.beside(old.about()),
            now.about().version(),
            Papers.beside(now.about()));
    if (!changes.isEmpty()) {
      var heading = new Label("Beside the plans, this is not as it was");
      heading.getStyleClass().add("heading");
      below.getChildren().add(heading);
      changes.stream().limit(MOST).forEach(words -> below.getChildren().add(line(words)));
      if (changes.size() > MOST) {
        below.getChildren().add(line("and %d more".formatted(changes.size() - MOST)));
      }
    }
  }

  private static Label line(String words) {
    var line = new Label(words);
    line.setTooltip(new Tooltip(words));
    return line;
  }

  private void sum(String what, Delta delta) {
    String words = DeltaWords.of(delta);
    if (!words.isEmpty()) {
      var label = new Label(what + " " + words);
      label.getStyleClass().add("name");
      label.setMinWidth(Region.USE_PREF_SIZE);
      sums.getChildren().add(label);
    }
  }

  private void filter() {
    boolean only = onlyChanges.isSelected();
    table.filter(row -> !only || row.change().shape());
  }

  @Override
  public void close() {
    FxThread.check();
    reading.close();
    earlier.close();
    later.close();
    table.close();
  }
}
