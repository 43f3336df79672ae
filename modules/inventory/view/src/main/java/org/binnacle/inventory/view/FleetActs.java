package org.binnacle.inventory.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Question;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// What the commands of the fleet's tree do with the selected entries.
final class FleetActs implements AutoCloseable {
  private final Inventory inventory;
  private final FleetActions actions;
  private final FleetSheets sheets;
  private final FleetTreeView tree;

  /// In the window even while the tree is not.
  private final Node anchor;

  private final MessageBar message;
  private final Words words;
  private final Work work = new Work();

  FleetActs(
      Inventory inventory,
      FleetActions actions,
      FleetSheets sheets,
      FleetTreeView tree,
      Node anchor,
      MessageBar message,
      Words words) {
    this.inventory = inventory;
    this.actions = actions;
    this.sheets = sheets;
    this.tree = tree;
    this.anchor = anchor;
    this.message = message;
    this.words = words;
  }

  private Optional<Instance> one() {
    return tree.entry().map(entry -> entry instanceof FleetEntry.One one ? one.instance() : null);
  }

  void open() {
    tree.entry()
        .ifPresent(
            entry -> {
              switch (entry) {
                case FleetEntry.One one -> actions.open(one.instance());
                case FleetEntry.Group group -> {
                  if (group.field().equals("cluster") && !group.name().isEmpty()) {
                    actions.openMerged(group.name(), group.members());
                  } else {
                    tree.toggle();
                  }
                }
              }
            });
  }

  void add() {
    sheets.add(anchor);
  }

  void edit() {
    one().ifPresent(instance -> sheets.edit(anchor, instance));
  }

  void test() {
    one().ifPresent(instance -> sheets.test(anchor, instance));
  }

  void discover() {
    one().ifPresent(instance -> sheets.discover(anchor, instance));
  }

  void duplicate() {
    one()
        .ifPresent(
            instance ->
                work.run(
                    () -> inventory.duplicate(instance.id()),
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Ok<Instance> ok -> {
                          done("Duplicated " + instance.name());
                          sheets.edit(anchor, ok.value());
                        }
                        case Outcome.Failed<Instance> failed -> message.show(failed.fault(), words);
                      }
                    }));
  }

  void remove() {
    List<Instance> chosen = tree.instances();
    if (chosen.isEmpty()) {
      return;
    }
    boolean group = tree.entry().filter(FleetEntry.Group.class::isInstance).isPresent();
    if (!group) {
      remove(chosen);
      return;
    }
    String verb = "Remove " + chosen.size() + (chosen.size() == 1 ? " instance" : " instances");
    new Question(
            verb,
            "They leave the inventory only; nothing happens on the servers. You can undo it.",
            verb,
            Sheet.Kind.DANGER)
        .ask(anchor, () -> remove(chosen));
  }

  private void remove(List<Instance> chosen) {
    change(
        () -> {
          inventory.remove(chosen.stream().map(Instance::id).toList());
          return inventory.undoWords().orElse("");
        },
        this::done);
  }

  void undo() {
    change(inventory::undo, undone -> Toasts.show(anchor, Severity.OK, "Undone: " + undone));
  }

  private void done(String what) {
    Toasts.show(anchor, Severity.OK, what, "Undo", this::undo);
  }

  private void change(
      java.util.concurrent.Callable<String> act, java.util.function.Consumer<String> then) {
    work.run(
        act,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<String> ok -> then.accept(ok.value());
            case Outcome.Failed<String> failed -> message.show(failed.fault(), words);
          }
        });
  }

  void copyAddress() {
    copy(String.join("\n", tree.instances().stream().map(Instance::address).toList()));
  }

  void copyCommand() {
    one().ifPresent(instance -> copy(ConnectText.of(instance)));
  }

  private void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(anchor, Severity.OK, "Copied " + text.lines().findFirst().orElse(""));
  }

  @Override
  public void close() {
    work.close();
  }
}
