package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.kill.KillStep;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Settings;

/// A run as it goes on and what came of it: a line for each victim from the first moment, and a
/// button that stops it.
final class RunBoard extends VBox implements AutoCloseable {
  private final Cancel cancel;
  private final Label told = new Label("Killing...");
  private final Button stop = new Button("Stop, leave the rest alone");
  private final LiveTable<RunLine, String> table;
  private final Consumer<List<RunLine>> toScreen = FxThread.latest(this::show);

  /// Written by the threads of the run; guarded by itself.
  private final Map<String, RunLine> lines = new LinkedHashMap<>();

  private boolean over;

  RunBoard(MergedPlan plan, Cancel cancel, Settings settings) {
    this.cancel = cancel;
    getStyleClass().add("kill-body");
    told.setId("kill-told");
    told.setWrapText(true);
    told.getStyleClass().add("section");
    told.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(told, Priority.ALWAYS);
    stop.setId("kill-stop");
    stop.setMinWidth(Button.USE_PREF_SIZE);
    stop.setOnAction(event -> stop());
    table =
        new LiveTable<>(
            plan.several() ? "kill.results.merged" : "kill.results",
            RunLine::key,
            ResultColumns.all(plan.several()),
            settings);
    table.states(ResultColumns::states);
    var head = new HBox(told, stop);
    head.getStyleClass().add("rule-line");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    getChildren().addAll(head, table.view());
    plan.victims().stream().map(RunLine::queued).forEach(line -> lines.put(line.key(), line));
    show(List.copyOf(lines.values()));
  }

  /// How tall the table is to be.
  void tall(double height) {
    table.view().setPrefHeight(height);
  }

  /// From any thread.
  void step(KillStep step) {
    RunLine line = RunLine.of(step);
    List<RunLine> now;
    synchronized (lines) {
      lines.put(line.key(), line);
      now = List.copyOf(lines.values());
    }
    toScreen.accept(now);
  }

  /// The run has ended; what it told last is what holds.
  void done(List<MergedResult> results) {
    FxThread.check();
    over = true;
    stop.setVisible(false);
    stop.setManaged(false);
    var last = new ArrayList<RunLine>();
    results.forEach(one -> last.add(RunLine.of(one)));
    table.rows(last);
    told.setText(RunWords.done(last));
  }

  private void show(List<RunLine> now) {
    FxThread.check();
    if (over) {
      return;
    }
    table.rows(now);
    if (!cancel.asked()) {
      told.setText(RunWords.going(now));
    }
  }

  private void stop() {
    stop.setDisable(true);
    told.setText("Stopping: no further kill is sent.");
    cancel.ask();
  }

  @Override
  public void close() {
    table.close();
  }
}
