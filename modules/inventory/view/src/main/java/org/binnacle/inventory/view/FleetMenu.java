package org.binnacle.inventory.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.Icons;
import org.binnacle.inventory.Inventory;

/// What can be done with the selected entries, as menu, keys and commands.
final class FleetMenu implements AutoCloseable {
  private final Inventory inventory;
  private final FleetTreeView tree;
  private final FleetActs acts;
  private final ContextMenu menu = new ContextMenu();
  private final List<Command> commands;

  /// @param acts closed with it
  FleetMenu(Inventory inventory, FleetTreeView tree, FleetActs acts) {
    this.inventory = inventory;
    this.tree = tree;
    this.acts = acts;
    this.commands =
        List.of(
            command("fleet.open", "Open", "mdi2o-open-in-app", "Enter", e -> true, acts::open),
            command(
                "fleet.add", "Add an instance…", "mdi2p-plus", "Shortcut+N", e -> true, acts::add),
            command("fleet.edit", "Edit…", "mdi2p-pencil-outline", "F2", this::single, acts::edit),
            command(
                "fleet.duplicate",
                "Duplicate",
                "mdi2c-content-duplicate",
                "Shortcut+D",
                this::single,
                acts::duplicate),
            command(
                "fleet.remove",
                "Remove",
                "mdi2d-delete-outline",
                "Delete",
                e -> true,
                acts::remove),
            command("fleet.undo", "Undo", "mdi2u-undo", "Shortcut+Z", e -> true, acts::undo),
            command(
                "fleet.test",
                "Test connection…",
                "mdi2c-connection",
                "T",
                this::single,
                acts::test),
            command(
                "fleet.discover",
                "Discover sources and replicas…",
                "mdi2r-radar",
                "",
                this::single,
                acts::discover),
            command(
                "fleet.copy-address",
                "Copy address",
                "mdi2c-content-copy",
                "Shortcut+C",
                e -> true,
                acts::copyAddress),
            command(
                "fleet.copy-command",
                "Copy mysql command line",
                "mdi2c-console",
                "Shortcut+Shift+C",
                this::single,
                acts::copyCommand));
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
      acts.open();
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

  @Override
  public void close() {
    menu.hide();
    tree.node().setContextMenu(null);
    acts.close();
  }
}
