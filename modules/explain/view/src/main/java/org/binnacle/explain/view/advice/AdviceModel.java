package org.binnacle.explain.view.advice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.explain.advice.Advice;
import org.binnacle.explain.advice.Adviser;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.advice.TrialMethod;
import org.binnacle.explain.advice.TrialRequest;
import org.binnacle.explain.advice.TrialResult;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Task;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// What is asked, what is advised, and what trials showed. On the FX thread; servers are asked off
/// it, each question in the task bar.
final class AdviceModel implements AutoCloseable {

  /// What is shown.
  sealed interface State {
    /// Nothing was asked.
    record Idle() implements State {}

    record Asking(String words) implements State {}

    record Refused(Fault fault) implements State {}

    /// @param tables those of the statement, with the indexes that they have
    record Given(Question question, Advice advice, Map<String, TableInfo> tables)
        implements State {}
  }

  /// What was asked.
  record Question(InstanceRef instance, Optional<String> database, String sql) {}

  /// A candidate that was tried, with both plans as the screen shows them.
  ///
  /// @param where the instance and the way of trying, in words
  record Tried(TrialResult.Try one, Opened before, Opened after, String where) {}

  private final Live live;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Map<Candidate, Tried>> tried =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<Task>> working =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<String>> notes = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Fault>> failed =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  AdviceModel(Live live, Tasks tasks) {
    this.live = live;
    this.tasks = tasks;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Map<Candidate, Tried>> tried() {
    return tried.getReadOnlyProperty();
  }

  /// What is under way.
  ReadOnlyObjectProperty<Optional<Task>> working() {
    return working.getReadOnlyProperty();
  }

  /// What the last trial said beside its results; what it left to be done stands first.
  ReadOnlyObjectProperty<List<String>> notes() {
    return notes.getReadOnlyProperty();
  }

  /// Why the last trial failed.
  ReadOnlyObjectProperty<Optional<Fault>> failed() {
    return failed.getReadOnlyProperty();
  }

  void ask(Question question) {
    FxThread.check();
    forget();
    state.set(new State.Asking("Reading the tables on " + question.instance().name()));
    start(
        "Index advice on " + question.instance().name(),
        (progress, cancel) -> {
          Map<String, TableInfo> tables =
              live.advising().tables(question.instance(), question.database(), question.sql());
          return new State.Given(question, Adviser.of(question.sql(), tables), tables);
        },
        outcome ->
            state.set(
                switch (outcome) {
                  case Outcome.Ok<State.Given> ok -> ok.value();
                  case Outcome.Failed<State.Given> no -> new State.Refused(no.fault());
                }));
  }

  private void forget() {
    tried.set(Map.of());
    notes.set(List.of());
    failed.set(Optional.empty());
  }

  /// A trial of candidates; empty where nothing is advised now.
  Optional<TrialRequest> request(
      InstanceRef instance,
      List<Candidate> candidates,
      TrialMethod method,
      boolean measured,
      Duration limit) {
    return state.get() instanceof State.Given given
        ? Optional.of(
            new TrialRequest(
                TrialRequest.newMark(),
                instance,
                given.question().database(),
                given.question().sql(),
                candidates,
                given.tables(),
                method,
                measured,
                limit,
                Confirmation.none()))
        : Optional.empty();
  }

  private record Came(TrialResult result, Map<Candidate, Tried> tried) {}

  void run(TrialRequest request) {
    FxThread.check();
    failed.set(Optional.empty());
    notes.set(List.of());
    String where =
        request.instance().name()
            + (request.method() instanceof TrialMethod.Sample(long rows)
                ? ", on a sample of %,d rows".formatted(rows)
                : ", as an invisible index");
    start(
        "Try indexes on " + request.instance().name(),
        (progress, cancel) -> {
          TrialResult result = live.trials().run(request, progress, cancel);
          Opened before = Opened.of(result.before());
          var all = new LinkedHashMap<Candidate, Tried>();
          for (TrialResult.Try one : result.tries()) {
            all.put(one.candidate(), new Tried(one, before, Opened.of(one.after()), where));
          }
          return new Came(result, all);
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Came> ok -> {
              var all = new LinkedHashMap<>(tried.get());
              all.putAll(ok.value().tried());
              tried.set(all);
              notes.set(words(ok.value().result()));
            }
            case Outcome.Failed<Came> no -> failed.set(Optional.of(no.fault()));
          }
        });
  }

  private static List<String> words(TrialResult result) {
    var all = new java.util.ArrayList<String>();
    result.left().forEach(left -> all.add("This could not be taken back, do it: " + left));
    all.addAll(result.notes());
    return all;
  }

  private <T> void start(
      String what, Tasks.Work<T> work, java.util.function.Consumer<Outcome<T>> then) {
    cancel();
    var started = new Task[1];
    started[0] =
        tasks.<T>start(
            what,
            work,
            outcome -> {
              tasks.dismiss(started[0]);
              if (working.get().filter(started[0]::equals).isPresent()) {
                working.set(Optional.empty());
                then.accept(outcome);
              }
            });
    working.set(Optional.of(started[0]));
  }

  /// Ends what is under way; a trial takes back what it made.
  void cancel() {
    working.get().ifPresent(task -> task.cancel().ask());
  }

  @Override
  public void close() {
    cancel();
    working.set(Optional.empty());
  }
}
