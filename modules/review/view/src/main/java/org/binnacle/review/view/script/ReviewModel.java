package org.binnacle.review.view.script;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.report.Comparison;
import org.binnacle.review.report.Report;
import org.binnacle.review.view.server.Answers;
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

  private final Questions questions = new Questions("review");
  private final Questions arranging = new Questions("findings of a review");
  private final Reviewing reviewing = new Reviewing();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyObjectWrapper<Optional<Reviewed>> reviewed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Arranged> arranged =
      new ReadOnlyObjectWrapper<>(Arranged.NONE);
  private ReviewOptions options;
  private View view = View.ALL;
  private Optional<Reference> reference = Optional.empty();
  private Optional<Answers> answers = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private @Nullable Cancel running;

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

  /// The newest answer as the view wants it; comes behind {@link #reviewed}.
  ReadOnlyObjectProperty<Arranged> arranged() {
    return arranged.getReadOnlyProperty();
  }

  Rows rows() {
    return arranged.get().rows();
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
    return arranged.get().comparison();
  }

  /// What a server told of the text as it was when it was asked.
  Optional<Answers> answers() {
    return answers;
  }

  /// Why the last review did not come to its end.
  Optional<Fault> fault() {
    return fault;
  }

  void options(ReviewOptions other) {
    FxThread.check();
    options = other;
  }

  /// From the next review on.
  void answers(Optional<Answers> told) {
    FxThread.check();
    answers = told;
  }

  void view(View other) {
    FxThread.check();
    if (!other.equals(view)) {
      view = other;
      arrange();
    }
  }

  void compare(Optional<Reference> with) {
    FxThread.check();
    reference = with;
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
    return whole.with(whole.text().substring(0, end < 0 ? SqlArea.MOST : end + 1));
  }

  private record Answer(Reviewed reviewed, View view, Optional<Reference> with, Arranged arranged) {
    static Answer of(Reviewed reviewed, View view, Optional<Reference> with) {
      return new Answer(reviewed, view, with, Arranged.of(reviewed, view, with));
    }
  }

  private void ask(Question question, boolean head, Runnable then) {
    var cancel = new Cancel();
    running = cancel;
    ReviewOptions wanted = options;
    Optional<Answers> told = answers;
    View as = view;
    Optional<Reference> with = reference;
    questions.ask(
        () -> Answer.of(reviewing.of(question, wanted, told, cancel, head), as, with),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Answer> ok -> {
              fault = Optional.empty();
              show(ok.value());
              state.set(head ? State.REVIEWING : State.DONE);
              then.run();
            }
            case Outcome.Failed<Answer> failed -> failed(failed.fault());
          }
        });
  }

  private void failed(Fault why) {
    fault = Optional.of(why);
    state.set(why.code().equals(Fault.CANCELLED) ? State.STOPPED : State.FAILED);
  }

  private void show(Answer newest) {
    arranging.drop();
    reviewed.set(Optional.of(newest.reviewed()));
    arranged.set(newest.arranged());
    if (!newest.view().equals(view) || !newest.with().equals(reference)) {
      arrange();
    }
  }

  private void arrange() {
    Optional<Reviewed> now = reviewed.get();
    if (now.isPresent()) {
      View as = view;
      Optional<Reference> with = reference;
      arranging.ask(
          () -> Arranged.of(now.get(), as, with),
          outcome -> {
            switch (outcome) {
              case Outcome.Ok<Arranged> ok -> arranged.set(ok.value());
              case Outcome.Failed<Arranged> failed -> failed(failed.fault());
            }
          });
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
    arranging.drop();
    fault = Optional.empty();
    reviewed.set(Optional.empty());
    arranged.set(Arranged.NONE);
    state.set(State.IDLE);
  }

  private void stopRunning() {
    if (running != null) {
      running.ask();
      running = null;
    }
  }

  /// The report as exports tell it.
  Optional<Report> report(String tool) {
    return reviewed
        .get()
        .map(
            r ->
                new Report(
                    tool,
                    r.ready().set().name(),
                    r.ready().target().name(),
                    List.of(r.report()),
                    r.source()));
  }

  @Override
  public void close() {
    FxThread.check();
    stopRunning();
    questions.close();
    arranging.close();
  }
}
