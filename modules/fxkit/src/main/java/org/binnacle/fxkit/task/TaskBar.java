package org.binnacle.fxkit.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Words;

/// The tasks under way as lines at the foot of a window: what, step, bar, cancel. One that is done
/// goes after some seconds, one that failed stays until it is read. Takes no room while there is
/// nothing to tell.
public final class TaskBar extends VBox implements AutoCloseable {
  private static final Duration STAY = Duration.seconds(5);

  private final Tasks tasks;
  private final Words words;
  private final Map<Task, TaskLine> lines = new HashMap<>();
  private final List<PauseTransition> leaving = new ArrayList<>();
  private final ListChangeListener<Task> changed = change -> follow();

  public TaskBar(Tasks tasks, Words words) {
    FxThread.check();
    this.tasks = tasks;
    this.words = words;
    getStyleClass().add("task-bar");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    tasks.list().addListener(changed);
    follow();
  }

  @Override
  public void close() {
    FxThread.check();
    tasks.list().removeListener(changed);
    lines.values().forEach(TaskLine::close);
    lines.clear();
    leaving.forEach(PauseTransition::stop);
  }

  private void follow() {
    FxThread.check();
    lines
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = !tasks.list().contains(entry.getKey());
              if (gone) {
                entry.getValue().close();
              }
              return gone;
            });
    var shown = new ArrayList<HBox>();
    for (Task task : tasks.list()) {
      shown.add(lines.computeIfAbsent(task, this::line));
    }
    getChildren().setAll(shown);
    setVisible(!shown.isEmpty());
  }

  private TaskLine line(Task task) {
    return new TaskLine(task, words, () -> tasks.dismiss(task), () -> leave(task));
  }

  private void leave(Task task) {
    var pause = new PauseTransition(STAY);
    leaving.add(pause);
    pause.setOnFinished(
        event -> {
          leaving.remove(pause);
          tasks.dismiss(task);
        });
    pause.play();
  }
}
