package org.binnacle.explain.view.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.plan.PlanFiles;

/// What can be done with the chosen plans, as a menu and as keys. On the FX thread.
final class PlansActs {
  private final PlanDeeds deeds;
  private final PlanFiles files;
  private final ExplainPanels panels;
  private final boolean ofAll;
  private final Supplier<List<KeptHead>> chosen;

  /// @param ofAll whether plans of all statements are shown
  PlansActs(
      PlanDeeds deeds,
      PlanFiles files,
      ExplainPanels panels,
      boolean ofAll,
      Supplier<List<KeptHead>> chosen) {
    this.deeds = deeds;
    this.files = files;
    this.panels = panels;
    this.ofAll = ofAll;
    this.chosen = chosen;
  }

  /// The menu of the rows, which the table's own items follow.
  List<MenuItem> menu(List<KeptHead> plans) {
    if (plans.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    items.add(item("Open   (Enter)", () -> deeds.open(plans)));
    items.add(
        item(
            plans.size() == 1 ? "Compare with the one before   (D)" : "Compare   (D)",
            () -> deeds.compare(plans)));
    if (plans.size() == 1) {
      KeptHead plan = plans.getFirst();
      items.add(item("Compare with now   (N)", () -> deeds.compareWithNow(plan)));
      if (!plan.digest().isEmpty() && ofAll) {
        items.add(item("History of this statement", () -> panels.history(plan.digest())));
      }
      items.add(item("Name…   (F2)", () -> deeds.name(plan)));
    }
    boolean off = plans.stream().allMatch(KeptHead::pinned);
    items.add(item(off ? "Take the pin off   (P)" : "Pin   (P)", () -> deeds.pin(plans)));
    items.add(item("Remove   (Delete)", () -> deeds.remove(plans)));
    items.add(new SeparatorMenuItem());
    return items;
  }

  /// Each way to export the first chosen plan.
  List<MenuItem> exports() {
    return PlanFiles.kinds().stream()
        .<MenuItem>map(
            kind ->
                item(
                    kind.words(),
                    () ->
                        chosen.get().stream()
                            .findFirst()
                            .ifPresent(plan -> deeds.opened(plan, one -> files.save(kind, one)))))
        .toList();
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  void compare() {
    deeds.compare(chosen.get());
  }

  /// The first chosen plan against the one that its statement gets now.
  void now() {
    chosen.get().stream().findFirst().ifPresent(deeds::compareWithNow);
  }

  /// Does what a key says where no text is typed.
  ///
  /// @param typing whether one is; then only keys that are no letters do something
  /// @return whether the key is used
  boolean key(KeyEvent event, boolean typing) {
    return switch (event.getCode()) {
      case D -> !typing && run(this::compare);
      case N -> !typing && run(this::now);
      case P -> !typing && run(() -> deeds.pin(chosen.get()));
      case F2 -> run(() -> chosen.get().stream().findFirst().ifPresent(deeds::name));
      case DELETE -> !typing && run(() -> deeds.remove(chosen.get()));
      default -> false;
    };
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }
}
