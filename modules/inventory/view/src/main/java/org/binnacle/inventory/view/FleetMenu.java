package org.binnacle.inventory.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Question;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// What can be done with the selected entries, as menu, keys and commands.
final class FleetMenu implements AutoCloseable {
  private final Inventory inventory;
  private final FleetActions actions;
  private final FleetSheets sheets;
  private final FleetTreeView tree;

  /// In the window even while the tree is not.
  private final Node anchor;

  private final MessageBar message;
  private final Words words;
  private final Work work = new Work();
  private final ContextMenu menu = new ContextMenu();
  private final List<Command> commands;

  FleetMenu(
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
    this.commands =
        List.of(
            command("fleet.open", "Open", "mdi2o-open-in-app", "Enter", e -> true, this::open),
            command(
                "fleet.add",
                "Add an instance…",
                "mdi2p-plus",
                "Shortcut+N",
                e -> true,
                () -> sheets.add(anchor)),
            command("fleet.edit", "Edit…", "mdi2p-pencil-outline", "F2", this::single, this::edit),
            command(
                "fleet.duplicate",
                "Duplicate",
                "mdi2c-content-duplicate",
                "Shortcut+D",
                this::single,
                this::duplicate),
            command(
                "fleet.remove",
                "Remove",
                "mdi2d-delete-outline",
                "Delete",
                e -> true,
                this::remove),
            command("fleet.undo", "Undo", "mdi2u-undo", "Shortcut+Z", e -> true, this::undo),
            command(
                "fleet.test",
                "Test connection…",
                "mdi2c-connection",
                "T",
                this::single,
                this::test),
            command(
                "fleet.discover",
                "Discover sources and replicas…",
                "mdi2r-radar",
                "",
                this::single,
                this::discover),
            command(
                "fleet.copy-address",
                "Copy address",
                "mdi2c-content-copy",
                "Shortcut+C",
                e -> true,
                this::copyAddress),
            command(
                "fleet.copy-command",
                "Copy mysql command line",
                "mdi2c-console",
                "Shortcut+Shift+C",
                this::single,
                this::copyCommand));
    menu.setOnShowing(event -> fill());
    tree.node().setContextMenu(menu);
    fill();
    tree.node().addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    // Before the tree takes Enter and F2 for the editing of cells.
    tree.node()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (pressed(event)) {
                event.consume();
              }
            });
  }

  List<Command> commands() {
    return commands;
  }

  /// @return whether the key meant something here
  boolean pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.INSERT) {
      return run("fleet.add");
    }
    if (code == KeyCode.E && event.isShortcutDown()) {
      return run("fleet.edit");
    }
    for (Command command : commands) {
      if (command.combination().filter(keys -> keys.match(event)).isPresent()) {
        command.run();
        return true;
      }
    }
    return false;
  }

  private boolean run(String id) {
    commands.stream().filter(command -> command.id().equals(id)).forEach(Command::run);
    return true;
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2
        && tree.entry().filter(FleetEntry.One.class::isInstance).isPresent()) {
      open();
    }
  }

  private void fill() {
    menu.getItems().clear();
    for (Command command : commands) {
      var item = new MenuItem(command.words(), Icons.of(command.icon()));
      if (command.id().equals("fleet.open")) {
        item.setText(isCluster() ? "Open merged" : "Open");
      }
      if (command.id().equals("fleet.undo")) {
        item.setText(inventory.undoWords().map(done -> "Undo: " + done).orElse("Undo"));
      }
      command.combination().ifPresent(item::setAccelerator);
      item.setDisable(!command.allowed().getAsBoolean());
      item.setOnAction(event -> command.run());
      menu.getItems().add(item);
      if (List.of("fleet.open", "fleet.undo", "fleet.discover").contains(command.id())) {
        menu.getItems().add(new SeparatorMenuItem());
      }
    }
  }

  private Command command(
      String id,
      String verb,
      String icon,
      String key,
      Predicate<Optional<FleetEntry>> fits,
      Runnable run) {
    return new Command(id, "Fleet", verb, icon, key, () -> fits.test(tree.entry()), run);
  }

  private boolean single(Optional<FleetEntry> entry) {
    return entry.filter(FleetEntry.One.class::isInstance).isPresent();
  }

  private boolean isCluster() {
    return tree.entry()
        .filter(entry -> entry instanceof FleetEntry.Group group && group.field().equals("cluster"))
        .isPresent();
  }

  private Optional<Instance> one() {
    return tree.entry().map(entry -> entry instanceof FleetEntry.One one ? one.instance() : null);
  }

  private void open() {
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

  private void edit() {
    one().ifPresent(instance -> sheets.edit(anchor, instance));
  }

  private void test() {
    one().ifPresent(instance -> sheets.test(anchor, instance));
  }

  private void discover() {
    one().ifPresent(instance -> sheets.discover(anchor, instance));
  }

  private void duplicate() {
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

  private void remove() {
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

  private void undo() {
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

  private void copyAddress() {
    copy(String.join("\n", tree.instances().stream().map(Instance::address).toList()));
  }

  private void copyCommand() {
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
    menu.hide();
    tree.node().setContextMenu(null);
    work.close();
  }
}
