package org.binnacle.explain.view.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.compare.Delta;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.plan.About;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.explain.view.plan.PlanSource;
import org.binnacle.explain.view.plan.ViewFaults;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// Two plans side by side: each step of both on one line, with what became of it.
public final class ComparePanel implements Panel {
  private final Kit kit;
  private final String id;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Compare plans");
  private final MenuButton beforeMenu = new MenuButton("Choose the earlier plan");
  private final MenuButton afterMenu = new MenuButton("Choose the later plan");
  private final HBox sums = new HBox();
  private final ToggleButton onlyChanges = new ToggleButton("Changes only");
  private final MessageBar message = new MessageBar();
  private final LiveTable<ChangeRow, Integer> table;
  private final BorderPane root = new BorderPane();
  private final Questions reading = new Questions("reading a plan to compare");
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
    beforeMenu.setId("compare-before");
    afterMenu.setId("compare-after");
    beforeMenu.setOnShowing(event -> fill(beforeMenu, true));
    afterMenu.setOnShowing(event -> fill(afterMenu, false));
    fill(beforeMenu, true);
    fill(afterMenu, false);
    onlyChanges.setId("compare-only-changes");
    onlyChanges.setOnAction(event -> filter());
    table.onClearFilter(
        () -> {
          onlyChanges.setSelected(false);
          filter();
        });
    beforeMenu.setMaxWidth(320);
    afterMenu.setMaxWidth(320);
    onlyChanges.setMinWidth(Region.USE_PREF_SIZE);
    sums.setMinWidth(Region.USE_PREF_SIZE);
    var swap = Icons.button("mdi2s-swap-horizontal", "Swap both", this::swap);
    swap.setId("compare-swap");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    sums.getStyleClass().add("plan-facts");
    sums.setAlignment(Pos.CENTER_LEFT);
    var bar = new HBox(beforeMenu, swap, afterMenu, gap, sums, onlyChanges);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("plan-line");
    var top = new VBox(bar, message);
    top.getStyleClass().add("plan-head");
    root.setTop(top);
    root.setCenter(table.view());
    root.getStyleClass().add("plan-panel");
    root.getStylesheets().add(Themes.css("plan"));
    show();
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

  private void fill(MenuButton menu, boolean earlier) {
    var items = new ArrayList<MenuItem>();
    kit.shelf()
        .pinned()
        .get()
        .ifPresent(plan -> items.add(item("Pinned: " + words(plan), () -> take(earlier, plan))));
    for (Opened plan : kit.shelf().plans()) {
      items.add(item(words(plan), () -> take(earlier, plan)));
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item("From the clipboard", () -> paste(earlier)));
    items.add(item("From a file…", () -> file(earlier)));
    menu.getItems().setAll(items);
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static String words(Opened plan) {
    String sql = plan.about().sql();
    String what = sql.isEmpty() ? plan.about().name() : sql.replaceAll("\\s+", " ");
    String first = plan.plan().roots().isEmpty() ? "" : plan.plan().roots().getFirst().label();
    String label = sql.isEmpty() ? what + ", " + first.replaceAll("\\s+", " ") : what;
    return (label.length() > 70 ? label.substring(0, 70) + "…" : label)
        + "  ("
        + plan.format()
        + ", "
        + plan.shape().nodes().size()
        + " steps)";
  }

  private void take(boolean earlier, Opened plan) {
    if (earlier) {
      before = Optional.of(plan);
    } else {
      after = Optional.of(plan);
    }
    show();
  }

  private void swap() {
    Optional<Opened> was = before;
    before = after;
    after = was;
    show();
  }

  private void paste(boolean earlier) {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      message.show(new Fault(ViewFaults.EMPTY_CLIPBOARD, ""), kit.words());
      return;
    }
    read(earlier, () -> PlanSource.text(text, About.text("pasted")));
  }

  private void file(boolean earlier) {
    Optional<Path> chosen =
        kit.choosers()
            .open(
                root.getScene().getWindow(),
                "Open a plan",
                List.of(Choosers.Kind.of("All files", "*")));
    chosen.ifPresent(file -> read(earlier, () -> PlanSource.file(file)));
  }

  private void read(boolean earlier, Callable<Opened> work) {
    message.clear();
    reading.ask(
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Opened> ok -> {
              kit.shelf().put(ok.value());
              take(earlier, ok.value());
            }
            case Outcome.Failed<Opened> failed -> message.show(failed.fault(), kit.words());
          }
        });
  }

  private void show() {
    FxThread.check();
    beforeMenu.setText(before.map(ComparePanel::words).orElse("Choose the earlier plan"));
    afterMenu.setText(after.map(ComparePanel::words).orElse("Choose the later plan"));
    sums.getChildren().clear();
    if (before.isEmpty() || after.isEmpty()) {
      table.rows(List.of());
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
    filter();
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
    table.close();
  }
}
