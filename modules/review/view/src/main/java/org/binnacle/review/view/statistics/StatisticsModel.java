package org.binnacle.review.view.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.history.Scope;
import org.binnacle.review.statistics.Sheet;
import org.binnacle.review.statistics.Step;

/// Review statistics without controls; asks anew when what is wanted changes.
final class StatisticsModel implements AutoCloseable {
  /// What stands for every project.
  static final String EVERY = "all projects";

  /// What is shown for the files of no project.
  static final String NONE = "(no project)";

  private final Supplier<ReviewHistory> history;
  private final Clock clock;
  private final Questions questions = new Questions("review statistics");
  private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.TOP_RULES);
  private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.QUARTER);
  private final ObjectProperty<String> project = new SimpleObjectProperty<>(EVERY);
  private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

  /// What was found.
  ///
  /// @param projects that there are, those with the newest runs first
  record Answer(What what, Sheet sheet, List<String> projects) {
    Answer {
      projects = List.copyOf(projects);
    }
  }

  /// @param history asked off the FX thread: it may be opened then
  StatisticsModel(Supplier<ReviewHistory> history, Clock clock) {
    FxThread.check();
    this.history = history;
    this.clock = clock;
    what.addListener((seen, was, is) -> ask());
    range.addListener((seen, was, is) -> ask());
    project.addListener((seen, was, is) -> ask());
  }

  /// Settable.
  ObjectProperty<What> what() {
    return what;
  }

  /// Settable.
  ObjectProperty<Range> range() {
    return range;
  }

  /// Settable: a name, {@link #NONE} or {@link #EVERY}.
  ObjectProperty<String> project() {
    return project;
  }

  ReadOnlyObjectProperty<Optional<Answer>> answer() {
    return answer.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /// Whether an answer is on its way.
  ReadOnlyBooleanProperty asking() {
    return asking.getReadOnlyProperty();
  }

  void ask() {
    FxThread.check();
    What wanted = what.get();
    Instant now = clock.instant();
    Scope scope = scope(now);
    Step step = range.get().step();
    asking.set(true);
    questions.ask(
        () -> {
          ReviewHistory kept = history.get();
          return new Answer(wanted, wanted.ask(kept, scope, step, now), projects(kept));
        },
        outcome -> {
          asking.set(false);
          switch (outcome) {
            case Outcome.Ok<Answer>(Answer found) -> {
              fault.set(Optional.empty());
              answer.set(Optional.of(found));
            }
            case Outcome.Failed<Answer>(Fault why) -> fault.set(Optional.of(why));
          }
        });
  }

  private Scope scope(Instant now) {
    Scope scope = range.get().scope(now);
    String name = project.get();
    return name == null || name.equals(EVERY)
        ? scope
        : scope.project(name.equals(NONE) ? "" : name);
  }

  private static List<String> projects(ReviewHistory kept) {
    var names = new ArrayList<String>();
    names.add(EVERY);
    kept.projects().forEach(name -> names.add(name.isEmpty() ? NONE : name));
    return names;
  }

  @Override
  public void close() {
    questions.close();
  }
}
