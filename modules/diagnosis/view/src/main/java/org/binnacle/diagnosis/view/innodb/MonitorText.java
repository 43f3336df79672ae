package org.binnacle.diagnosis.view.innodb;

import java.util.Optional;
import javafx.scene.control.SplitPane;
import org.binnacle.diagnosis.innodb.Monitor;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// The text of InnoDB's monitor, asked of one instance and shown below the table.
final class MonitorText implements AutoCloseable {
  private final Kit kit;
  private final Rewind<?> rewind;
  private final ViewHead head;
  private final SplitPane split;
  private final MonitorPane pane = new MonitorPane(this::hide);
  private final Questions texts = new Questions("text of InnoDB's monitor");

  /// @param split with the table above
  MonitorText(Kit kit, Rewind<?> rewind, ViewHead head, SplitPane split) {
    this.kit = kit;
    this.rewind = rewind;
    this.head = head;
    this.split = split;
  }

  void ask(InstanceRef instance) {
    if (rewind.isFrozen() && kit.recorded().isEmpty()) {
      head.say(
          Severity.NOTICE,
          "The view stands still, and the server would tell the text of now. Space goes back to live.");
      return;
    }
    texts.ask(
        () -> kit.diagnosis().innodb().monitor(instance),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Optional<Monitor>>(Optional<Monitor> text) ->
                text.ifPresentOrElse(
                    this::show,
                    () -> head.say(Severity.NOTICE, "The text of the monitor is not known."));
            case Outcome.Failed<Optional<Monitor>>(var fault) -> {
              Words.Told told = kit.words().of(fault);
              head.say(Severity.CRITICAL, told.happened() + "  " + told.next());
            }
          }
        });
  }

  private void show(Monitor text) {
    pane.show(text);
    if (split.getItems().size() == 1) {
      split.getItems().add(pane);
      split.setDividerPositions(0.4);
    }
  }

  /// False where nothing was shown.
  boolean hide() {
    if (split.getItems().size() == 1) {
      return false;
    }
    split.getItems().remove(1);
    split.getItems().getFirst().requestFocus();
    return true;
  }

  @Override
  public void close() {
    texts.close();
  }
}
