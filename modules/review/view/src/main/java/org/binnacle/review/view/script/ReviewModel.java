package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Review;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.report.Comparison;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.NotRun;
import org.binnacle.review.report.Report;
import org.binnacle.review.report.Told;
import org.jspecify.annotations.Nullable;

/// What the review screen shows: the newest text that was reviewed, its findings as the view wants
/// them. Reviews run one after the other off the FX thread; an answer whose text was replaced
/// meanwhile is dropped.
final class ReviewModel implements AutoCloseable {

  /// What goes on.
  enum State {
    /// Nothing was reviewed yet.
    IDLE,
    REVIEWING,
    DONE,
    STOPPED,
    FAILED
  }

  /// What is compared with.
  ///
  /// @param name as it is shown, such as a file's
  record Reference(String name, List<Kept> kept) {}

  /// A text that is to be reviewed.
  ///
  /// @param before scripts that run before it on the same schema
  record Question(String path, String text, List<Script> before) {}

  /// A script that changes the schema that later ones meet.
  record Script(String path, String text) {}

  private final Questions questions = new Questions("review");
  private final Readied readied = new Readied();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(Rows.NONE);
  private ReviewOptions options;
  private View view = View.ALL;
  private Optional<Reference> reference = Optional.empty();
  private Optional<Comparison> comparison = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private @Nullable Cancel running;
  private @Nullable Places places;

  ReviewModel(ReviewOptions options) {
    this.options = options;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The newest answer; stays while a newer text is looked at.
  ReadOnlyObjectProperty<Optional<Reviewed>> reviewed() {
    return reviewed.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Rows> rows() {
    return rows.getReadOnlyProperty();
  }

  ReviewOptions options() {
    return options;
  }

  View view() {
    return view;
  }

  Optional<Reference> reference() {
    return reference;
  }

  Optional<Comparison> comparison() {
    return comparison;
  }

  /// Why the last review did not come to its end.
  Optional<Fault> fault() {
    return fault;
  }

  void options(ReviewOptions other) {
    FxThread.check();
    options = other;
  }

  void view(View other) {
    FxThread.check();
    view = other;
    arrange();
  }

  void compare(Optional<Reference> with) {
    FxThread.check();
    reference = with;
    compared();
    arrange();
  }

  /// Reviews a text in place of what is looked at now. Of a text that is longer than an editor
  /// shows, the beginning comes first.
  void review(Question question) {
    FxThread.check();
    stopRunning();
    state.set(State.REVIEWING);
    if (question.text().length() > SqlArea.MOST) {
      ask(beginning(question), true, () -> ask(question, false, () -> {}));
    } else {
      ask(question, false, () -> {});
    }
  }

  private static Question beginning(Question whole) {
    int end = whole.text().lastIndexOf(";\n", SqlArea.MOST);
    String text = whole.text().substring(0, end < 0 ? SqlArea.MOST : end + 1);
    return new Question(whole.path(), text, whole.before());
  }

  private void ask(Question question, boolean head, Runnable then) {
    var cancel = new Cancel();
    running = cancel;
    ReviewOptions wanted = options;
    questions.ask(
        () -> answer(question, readied.of(wanted), cancel, head),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Reviewed> ok -> {
              fault = Optional.empty();
              show(ok.value());
              state.set(head ? State.REVIEWING : State.DONE);
              then.run();
            }
            case Outcome.Failed<Reviewed> failed -> failed(failed.fault());
          }
        });
  }

  private static Reviewed answer(
      Question question, ReviewOptions.Ready ready, Cancel cancel, boolean head) {
    Review review = ready.review(cancel);
    if (ready.schema().isComplete()) {
      question.before().forEach(script -> review.file(script.path(), script.text()));
    }
    var predictions = new ArrayList<Prediction>();
    FileReport report =
        review.file(
            question.path(),
            question.text(),
            subject -> subject.foretold().ifPresent(predictions::add));
    return new Reviewed(question.path(), question.text(), report, predictions, ready, head);
  }

  private void failed(Fault why) {
    fault = Optional.of(why);
    state.set(why.code().equals(Fault.CANCELLED) ? State.STOPPED : State.FAILED);
  }

  private void show(Reviewed newest) {
    places = new Places(newest.text());
    reviewed.set(Optional.of(newest));
    compared();
    arrange();
  }

  private void compared() {
    comparison =
        reviewed.get().flatMap(r -> reference.map(one -> Comparison.of(one.kept(), r.report())));
  }

  private void arrange() {
    Places at = places;
    if (at != null) {
      rows.set(Rows.of(reviewed.get().orElseThrow().report(), at, view, comparison));
    }
  }

  /// Stops the review that is under way.
  void stop() {
    FxThread.check();
    if (running != null && state.get() == State.REVIEWING) {
      running.ask();
      questions.drop();
      state.set(State.STOPPED);
    }
  }

  /// Forgets what was reviewed, such as when another file comes.
  void clear() {
    FxThread.check();
    stopRunning();
    questions.drop();
    places = null;
    fault = Optional.empty();
    comparison = Optional.empty();
    reviewed.set(Optional.empty());
    rows.set(Rows.NONE);
    state.set(State.IDLE);
  }

  private void stopRunning() {
    if (running != null) {
      running.ask();
      running = null;
    }
  }

  /// How many findings count, by level.
  Map<Level, Long> counts() {
    var counts = new EnumMap<Level, Long>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, reviewed.get().map(r -> r.report().count(level)).orElse(0L));
    }
    return counts;
  }

  /// How many findings do not count.
  long silent() {
    return reviewed
        .get()
        .map(r -> r.report().all().filter(t -> t.state() != Told.State.OPEN).count())
        .orElse(0L);
  }

  /// How many rules could not run, by what they need.
  Map<Need, Long> notRun() {
    var by = new TreeMap<Need, Long>();
    reviewed
        .get()
        .ifPresent(
            r ->
                r.report().notRun().stream()
                    .map(NotRun::needs)
                    .forEach(n -> by.merge(n, 1L, Long::sum)));
    return by;
  }

  /// The report as exports tell it.
  Optional<Report> report(String tool) {
    return reviewed
        .get()
        .map(
            r ->
                new Report(
                    tool, r.ready().set().name(), r.ready().target().name(), List.of(r.report())));
  }

  @Override
  public void close() {
    FxThread.check();
    stopRunning();
    questions.close();
  }
}
