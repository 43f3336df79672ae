package org.binnacle.app.start;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.binnacle.app.house.House;
import org.binnacle.app.window.PanelKind;
import org.binnacle.app.window.WindowWiring.Desk;
import org.binnacle.diagnosis.view.Explains;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.view.Shelf;
import org.binnacle.explain.view.plan.About;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.review.view.Servers;

/// Plans in the window: their panels, their commands, and a plan that is pasted or dropped
/// anywhere. On the FX thread.
final class PlanParts implements Explains {
  private final Desk desk;
  private final Predicate<Path> others;
  private final ExplainPanels panels;

  /// @param others takes dropped files that are no plans, and tells whether it did
  /// @param review opens a review of a statement
  PlanParts(House house, Desk desk, Predicate<Path> others, Consumer<String> review) {
    FxThread.check();
    this.desk = desk;
    this.others = others;
    panels =
        new ExplainPanels(
            new Kit(
                desk.settings(),
                desk.words(),
                desk.tasks(),
                desk.choosers(),
                Optional.of(
                    new Live(
                        house.explaining(),
                        house.worksheets(),
                        house.schemas(),
                        house.advising(),
                        house.trials(),
                        () ->
                            house.inventory().instances().stream()
                                .map(house.inventory()::ref)
                                .toList())),
                new Shelf(Optional.of(house.plans())),
                new Doors(desk, review)));
  }

  /// The window as plans see it.
  private record Doors(Desk desk, Consumer<String> opened) implements Kit.Doors {
    @Override
    public void open(String id, Supplier<Panel> panel) {
      desk.workbench().open(id, panel);
    }

    @Override
    public Optional<Consumer<String>> review() {
      return Optional.of(opened);
    }
  }

  @Override
  public void running(InstanceRef instance, long connection) {
    panels.running(instance, connection);
  }

  @Override
  public void statement(InstanceRef instance, String database, String sql) {
    panels.statement(instance, database, sql);
  }

  /// Opens a worksheet with a statement, which is not run.
  void worksheet(InstanceRef instance, String database, String sql) {
    panels.worksheet(instance, database, sql);
  }

  /// Opens a plan that a review was told, at the step that it speaks of.
  void reviewed(Servers.Shown told) {
    var facts = told.facts();
    panels.told(
        facts.raw(),
        new About(
            told.instance().name(),
            told.sql(),
            Optional.of(told.instance()),
            told.database(),
            told.version(),
            Optional.of(facts.at()),
            "review",
            facts.warnings(),
            Map.of(),
            Facts.NONE
                .withSql(told.sql())
                .withServer(told.version())
                .withWarnings(facts.warnings())),
        told.step());
  }

  List<PanelKind> kinds() {
    return List.of(
        new PanelKind(ExplainPanels.WORKSHEET, panels::worksheet),
        new PanelKind("plan-compare:", panels::comparison),
        new PanelKind(ExplainPanels.HISTORY, panels::historyOf),
        new PanelKind(ExplainPanels.ADVICE, id -> panels.advice(id).map(panel -> panel)),
        new PanelKind("plan:", panels::plan));
  }

  List<Command> commands() {
    return List.of(
        Command.of(
            "worksheet.new",
            "Plan",
            "New SQL worksheet",
            "mdi2d-database-edit-outline",
            "Shortcut+T",
            () -> panels.worksheet(List.of())),
        Command.of(
            "plan.open",
            "Plan",
            "Open a plan",
            "mdi2f-file-tree-outline",
            "Shortcut+Shift+P",
            () -> desk.workbench().open(ExplainPanels.EMPTY)),
        // A text that is typed into takes the key before it comes here.
        Command.of(
            "plan.paste",
            "Plan",
            "Open a plan from the clipboard",
            "mdi2c-content-paste",
            "Shortcut+V",
            this::paste),
        Command.of("plan.history", "Plan", "Plan history", "mdi2h-history", "", panels::history),
        Command.of(
            "plan.advise",
            "Plan",
            "Index advice",
            "mdi2l-lightbulb-on-outline",
            "",
            () -> panels.advise(Optional.empty(), "", "")),
        Command.of(
            "plan.compare",
            "Plan",
            "Compare two plans",
            "mdi2c-compare-horizontal",
            "",
            () -> desk.workbench().open(ExplainPanels.COMPARE)));
  }

  private void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      clipboard.getFiles().forEach(this::open);
    } else if (clipboard.hasString() && !clipboard.getString().isBlank()) {
      panels.open(clipboard.getString(), "pasted");
    } else {
      desk.workbench().open(ExplainPanels.EMPTY);
    }
  }

  private void open(File file) {
    if (!others.test(file.toPath())) {
      panels.openFile(file.toPath());
    }
  }

  /// Takes files that are dropped where no panel wants them.
  void takeDrops(Scene scene) {
    scene.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    scene.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          event.getDragboard().getFiles().forEach(this::open);
          event.setDropCompleted(true);
          event.consume();
        });
  }
}
