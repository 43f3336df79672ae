package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Task;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.reach.Discovered;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Discovery: progress, then the topology as a tree with check boxes; adds on confirmation. Closing
/// it stops the search.
final class DiscoverySheet {
  private final FleetSheets.Ports ports;
  private final Node anywhere;
  private final Label step = new Label("Asking…");
  private final ProgressBar bar = new ProgressBar(-1);
  private final TreeView<DiscoveryCell.Line> tree = new TreeView<>();
  private final BooleanProperty none = new SimpleBooleanProperty(true);
  private final List<DiscoveryCell.Line> lines = new ArrayList<>();
  private final Work work = new Work();
  private final Task task;
  private final Sheet sheet;

  private DiscoverySheet(FleetSheets.Ports ports, Node anywhere, Instance from) {
    this.ports = ports;
    this.anywhere = anywhere;
    step.getStyleClass().add("muted");
    step.setId("discovery-step");
    step.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.managedProperty().bind(bar.visibleProperty());
    tree.setId("discovery-tree");
    tree.setShowRoot(false);
    tree.setCellFactory(view -> new DiscoveryCell(ports.words()));
    // The tree would take both keys for itself.
    tree.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          var item = tree.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && item != null) {
            BooleanProperty chosen = item.getValue().chosen();
            chosen.set(!chosen.get() && !item.getValue().found().known());
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && !none.get()) {
            add();
            event.consume();
          }
        });
    var body = new VBox(step, bar, tree);
    body.getStyleClass().add("discovery");
    body.getStylesheets().add(Themes.css("fleet"));
    VBox.setVgrow(tree, Priority.ALWAYS);
    this.sheet =
        Sheet.titled("Discover from " + from.name())
            .wide()
            .body(body)
            .onClose(this::close)
            .refuseWhile(none)
            .act("Add what is checked", Sheet.Kind.USUAL, opened -> add())
            .open(anywhere);
    var progress =
        FxThread.<Task.Step>latest(
            now -> {
              step.setText(now.what());
              bar.setProgress(now.fraction());
            });
    this.task =
        ports
            .tasks()
            .start(
                "Discover from " + from.name(),
                (told, cancel) ->
                    ports
                        .discoverer()
                        .from(
                            from,
                            (what, done, total) -> {
                              told.at(what, done, total);
                              progress.accept(new Task.Step(what, done, total));
                            },
                            cancel),
                this::found);
  }

  static DiscoverySheet open(FleetSheets.Ports ports, Node anywhere, Instance from) {
    return new DiscoverySheet(ports, anywhere, from);
  }

  private void found(Outcome<List<Discovered>> outcome) {
    if (!sheet.isOpen()) {
      return;
    }
    bar.setVisible(false);
    switch (outcome) {
      case Outcome.Ok<List<Discovered>> ok -> show(Topology.of(ok.value()));
      case Outcome.Failed<List<Discovered>> failed -> {
        step.setText("");
        sheet.failed(failed.fault(), ports.words());
      }
    }
  }

  private void show(List<Topology> found) {
    lines.clear();
    var root = new TreeItem<DiscoveryCell.Line>();
    root.getChildren().setAll(items(found));
    tree.setRoot(root);
    long fresh = lines.stream().filter(line -> !line.found().known()).count();
    step.setText("%d servers, %d of them not in the inventory yet.".formatted(lines.size(), fresh));
    count();
  }

  private List<TreeItem<DiscoveryCell.Line>> items(List<Topology> found) {
    var items = new ArrayList<TreeItem<DiscoveryCell.Line>>();
    for (Topology each : found) {
      var line =
          new DiscoveryCell.Line(each.server(), new SimpleBooleanProperty(isFresh(each.server())));
      line.chosen().addListener((seen, was, is) -> count());
      lines.add(line);
      var item = new TreeItem<>(line);
      item.setExpanded(true);
      item.getChildren().setAll(items(each.replicas()));
      items.add(item);
    }
    return items;
  }

  private List<Instance> chosen() {
    return lines.stream()
        .filter(line -> line.chosen().get() && !line.found().known())
        .map(line -> line.found().instance())
        .toList();
  }

  /// Those that did not answer are proposed but not checked.
  private static boolean isFresh(Discovered found) {
    return !found.known() && found.reached();
  }

  private void count() {
    none.set(chosen().isEmpty());
  }

  private void add() {
    List<Instance> chosen = chosen();
    String words = "Added " + chosen.size() + (chosen.size() == 1 ? " instance" : " instances");
    sheet.busy(true);
    work.run(
        () -> {
          ports.inventory().save(chosen, words);
          return words;
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<String> ok -> {
              sheet.close();
              Toasts.show(
                  anywhere, Severity.OK, ok.value(), "Undo", () -> Undo.run(ports, anywhere));
            }
            case Outcome.Failed<String> failed -> sheet.failed(failed.fault(), ports.words());
          }
        });
  }

  private void close() {
    if (task.state().get() == Task.State.RUNNING) {
      task.cancel().ask();
    }
    work.close();
  }
}
