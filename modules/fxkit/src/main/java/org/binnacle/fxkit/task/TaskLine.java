package org.binnacle.fxkit.task;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Tips;
import org.binnacle.fxkit.sheet.ErrorSheet;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/// One task in the task bar.
final class TaskLine extends HBox implements AutoCloseable {
  private final Task task;
  private final Words words;
  private final Runnable done;
  private final FontIcon mark = new FontIcon("mdi2p-progress-clock");
  private final Label step = new Label();
  private final ProgressBar bar = new ProgressBar(-1);
  private final Button stop;
  private final Button details = new Button("Details");
  private final ChangeListener<Task.Step> stepped = (seen, was, is) -> at(is);
  private final ChangeListener<Task.State> turned = (seen, was, is) -> turn(is);

  /// @param dismiss takes the line away
  /// @param done called once when the task ended well
  TaskLine(Task task, Words words, Runnable dismiss, Runnable done) {
    this.task = task;
    this.words = words;
    this.done = done;
    getStyleClass().add("task-line");
    setAlignment(Pos.CENTER_LEFT);
    var what = new Label(task.what());
    what.getStyleClass().add("name");
    step.getStyleClass().add("muted");
    step.setMaxWidth(Double.MAX_VALUE);
    step.setMinWidth(0);
    HBox.setHgrow(step, Priority.ALWAYS);
    stop =
        Icons.button(
            "mdi2c-close",
            "Cancel: " + task.what(),
            () -> {
              if (task.state().get() == Task.State.RUNNING) {
                task.cancel().ask();
                step.setText("Stopping…");
              } else {
                dismiss.run();
              }
            });
    details.getStyleClass().addAll("flat", "small");
    details.setVisible(false);
    details.managedProperty().bind(details.visibleProperty());
    details.setOnAction(
        event -> task.fault().ifPresent(fault -> ErrorSheet.open(this, fault, words)));
    getChildren().addAll(mark, what, step, details, bar, stop);
    task.step().addListener(stepped);
    task.state().addListener(turned);
    at(task.step().get());
    turn(task.state().get());
  }

  @Override
  public void close() {
    FxThread.check();
    task.step().removeListener(stepped);
    task.state().removeListener(turned);
  }

  private void at(Task.Step now) {
    if (!task.cancel().asked()) {
      step.setText(
          now.total() > 0
              ? "%s  %,d of %,d".formatted(now.what(), now.done(), now.total())
              : now.what());
    }
    bar.setProgress(now.fraction());
  }

  private void turn(Task.State state) {
    switch (state) {
      case RUNNING -> {}
      case DONE -> end("mdi2c-check-circle-outline", "Done", "ok");
      case CANCELLED -> end("mdi2c-cancel", "Stopped", "notice");
      case FAILED -> {
        Optional<Fault> fault = task.fault();
        end(
            "mdi2a-alert-octagon-outline",
            fault.map(f -> words.of(f).happened()).orElse("Failed"),
            "critical");
        details.setVisible(true);
      }
    }
    if (state == Task.State.DONE || state == Task.State.CANCELLED) {
      done.run();
    }
  }

  private void end(String literal, String text, String style) {
    mark.setIconLiteral(literal);
    getStyleClass().add(style);
    step.setText(text);
    bar.setVisible(false);
    stop.setAccessibleText("Hide: " + task.what());
    Tips.put(stop, "Hide: " + task.what());
  }
}
