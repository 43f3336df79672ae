package org.binnacle.explain.view.plan;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.live.Form;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.Live;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Task;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// Asks servers for plans, one at a time; each stands in the task bar and can be cancelled there
/// and here. On the FX thread; the work is done off it.
final class LiveActs implements AutoCloseable {
  private final Kit kit;
  private final Live live;
  private final Consumer<Outcome<Opened>> then;
  private final ReadOnlyObjectWrapper<Optional<Task>> working =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param then told of each plan, or why there is none
  LiveActs(Kit kit, Live live, Consumer<Outcome<Opened>> then) {
    this.kit = kit;
    this.live = live;
    this.then = then;
  }

  /// What is under way.
  ReadOnlyObjectProperty<Optional<Task>> working() {
    return working.getReadOnlyProperty();
  }

  void cancel() {
    working.get().ifPresent(task -> task.cancel().ask());
  }

  /// The plan that a statement would get now; nothing is run.
  void estimate(InstanceRef instance, String database, String sql) {
    var question = Question.of(sql, named(database));
    start(
        "Explain on " + instance.name(),
        cancel -> live.explaining().estimate(instance, question, cancel));
  }

  /// The plan of what a thread runs now.
  void running(InstanceRef instance, long connection) {
    start(
        "Explain thread " + connection + " on " + instance.name(),
        cancel -> live.explaining().running(instance, connection, Form.BEST, cancel));
  }

  /// Asks whether to run the statement for its plan, and does so.
  void measure(Node anywhere, InstanceRef instance, String database, String sql) {
    var words =
        new Label(
            "The statement is run for its plan: it reads what it reads, for at most %d s. Only a SELECT is taken. It is ended on the server when you cancel."
                .formatted(Explaining.CAP.toSeconds()));
    words.setWrapText(true);
    SqlArea shown = SqlArea.reader();
    shown.show(sql);
    Sheet.titled("Run and measure")
        .on(instance)
        .wide()
        .body(words, shown)
        .onClose(shown::close)
        .act(
            "Run on " + instance.name(),
            Sheet.Kind.DANGER,
            sheet -> {
              var confirmation = new Confirmation(sheet.typed());
              sheet.close();
              var question = Question.of(sql, named(database));
              start(
                  "Measure on " + instance.name(),
                  cancel ->
                      live.explaining()
                          .measure(instance, question, Explaining.CAP, confirmation, cancel));
            })
        .open(anywhere);
  }

  private static Optional<String> named(String database) {
    return Optional.of(database.strip()).filter(name -> !name.isEmpty());
  }

  private void start(String what, Function<Cancel, Explained> ask) {
    FxThread.check();
    cancel();
    var started = new Task[1];
    started[0] =
        kit.tasks()
            .<Opened>start(
                what,
                (progress, cancel) -> judged(ask.apply(cancel)),
                outcome -> {
                  kit.tasks().dismiss(started[0]);
                  if (working.get().filter(started[0]::equals).isPresent()) {
                    working.set(Optional.empty());
                    then.accept(outcome);
                  }
                });
    working.set(Optional.of(started[0]));
  }

  /// With the news that the plan is not the one that was kept, where it is not.
  private Opened judged(Explained explained) {
    Opened plan = Opened.of(explained);
    return kit.shelf()
        .history()
        .flatMap(history -> history.changed(explained))
        .map(plan::with)
        .orElse(plan);
  }

  @Override
  public void close() {
    cancel();
    working.set(Optional.empty());
  }
}
