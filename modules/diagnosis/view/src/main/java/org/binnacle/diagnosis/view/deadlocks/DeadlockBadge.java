package org.binnacle.diagnosis.view.deadlocks;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.ViewBadge;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// How many deadlocks are kept of the instances: the looks of the fleet catch them whether or not
/// somebody has the view in front. Only the workstation's own store is asked.
public final class DeadlockBadge implements ViewBadge {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Scope scope;
  private final List<String> ids;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final Questions questions = new Questions("deadlocks that are kept");
  private final Ticker clock = new Ticker(EVERY, this::ask);

  public DeadlockBadge(Scope scope) {
    this.scope = scope;
    this.ids = scope.instances().stream().map(InstanceRef::id).toList();
  }

  private void ask() {
    questions.ask(
        () -> scope.kit().diagnosis().deadlocks().kept(ids),
        outcome -> {
          // A store that fails tells so where it is used; the count stays as it was.
          if (outcome instanceof Outcome.Ok<Integer>(Integer kept)) {
            text.set(kept == 0 ? "" : "%,d".formatted(kept));
          }
        });
  }

  @Override
  public ObservableValue<String> text() {
    return text.getReadOnlyProperty();
  }

  @Override
  public void shown() {
    ask();
    clock.play();
  }

  @Override
  public void hidden() {
    clock.stop();
  }

  @Override
  public void close() {
    hidden();
    questions.close();
  }
}
