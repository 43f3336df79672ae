package org.binnacle.explain.view.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.plan.About;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.explain.view.plan.Papers;
import org.binnacle.explain.view.plan.PlanHead;
import org.binnacle.explain.view.plan.PlanSource;
import org.binnacle.explain.view.plan.ViewFaults;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// How one side of a comparison is chosen: of the plans at hand, of those kept of the statement, of
/// the clipboard, of files.
final class PlanChoice implements AutoCloseable {
  private static final int KEPT = 12;

  private final Kit kit;
  private final MenuButton menu;
  private final String empty;
  private final MessageBar message;
  private final Supplier<Optional<Opened>> other;
  private final Consumer<Opened> then;
  private final Questions reading = new Questions("reading a plan to compare");
  private final Questions listing = new Questions("kept plans to compare with");

  /// @param empty the words where nothing is chosen
  /// @param other the other side: kept plans of its statement are offered
  PlanChoice(
      Kit kit,
      String empty,
      MessageBar message,
      Supplier<Optional<Opened>> other,
      Consumer<Opened> then) {
    this.kit = kit;
    this.empty = empty;
    this.message = message;
    this.other = other;
    this.then = then;
    menu = new MenuButton(empty);
    menu.setMnemonicParsing(false);
    menu.setMaxWidth(320);
    menu.setOnShowing(
        event -> {
          fill(List.of());
          askKept();
        });
    fill(List.of());
  }

  MenuButton menu() {
    return menu;
  }

  void show(Optional<Opened> chosen) {
    menu.setText(chosen.map(PlanChoice::words).orElse(empty));
  }

  private void fill(List<KeptHead> kept) {
    var items = new ArrayList<MenuItem>();
    kit.shelf()
        .pinned()
        .get()
        .ifPresent(plan -> items.add(item("Pinned: " + words(plan), () -> then.accept(plan))));
    for (Opened plan : kit.shelf().plans()) {
      items.add(item(words(plan), () -> then.accept(plan)));
    }
    for (KeptHead plan : kept) {
      items.add(item(words(plan), () -> read(() -> open(plan))));
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item("From the clipboard", this::paste));
    items.add(item("From a file…", this::file));
    menu.getItems().setAll(items);
  }

  private void askKept() {
    Optional<PlanHistory> history = kit.shelf().history();
    String digest =
        other
            .get()
            .map(
                plan ->
                    PlanHistory.digest(
                        plan.about().sql(), plan.about().version().contains("MariaDB")))
            .orElse("");
    if (history.isPresent() && !digest.isEmpty()) {
      listing.ask(
          () -> history.get().list(PlanSearch.ALL.of(digest).limit(KEPT)),
          outcome -> {
            if (outcome instanceof Outcome.Ok<List<KeptHead>>(List<KeptHead> plans)) {
              fill(plans);
            }
          });
    }
  }

  private Opened open(KeptHead plan) {
    return kit.shelf()
        .history()
        .flatMap(history -> history.find(plan.id()))
        .map(kept -> Papers.open(kept, kit::instance))
        .orElseThrow(() -> new Fault(ExplainFaults.NOT_KEPT, plan.shortId()));
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static String words(KeptHead plan) {
    return "Kept %s  %s%s"
        .formatted(
            PlanHead.at(plan.at()),
            plan.instance(),
            plan.name().isEmpty() ? "" : "  “" + plan.name() + "”");
  }

  static String words(Opened plan) {
    String sql = plan.about().sql();
    String what = sql.isEmpty() ? plan.about().name() : sql.replaceAll("\\s+", " ");
    String first = plan.plan().roots().isEmpty() ? "" : plan.plan().roots().getFirst().label();
    String label = sql.isEmpty() ? what + ", " + first.replaceAll("\\s+", " ") : what;
    return (label.length() > 70 ? label.substring(0, 70) + "…" : label)
        + "  ("
        + plan.format()
        + ", "
        + plan.weights().nodes().size()
        + " steps)";
  }

  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      message.show(new Fault(ViewFaults.EMPTY_CLIPBOARD, ""), kit.words());
      return;
    }
    read(() -> PlanSource.text(text, About.text("pasted")));
  }

  private void file() {
    Optional<Path> chosen =
        kit.choosers()
            .open(
                menu.getScene().getWindow(),
                "Open a plan",
                List.of(Choosers.Kind.of("All files", "*")));
    chosen.ifPresent(file -> read(() -> PlanSource.file(file)));
  }

  private void read(Callable<Opened> work) {
    message.clear();
    reading.ask(
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Opened> ok -> {
              kit.shelf().put(ok.value());
              then.accept(ok.value());
            }
            case Outcome.Failed<Opened> failed -> message.show(failed.fault(), kit.words());
          }
        });
  }

  @Override
  public void close() {
    reading.close();
    listing.close();
  }
}
