package org.binnacle.diagnosis.view.sessions;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.lock.SessionStory;
import org.binnacle.diagnosis.lock.StoryBook;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.session.ThreadMemory;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// The session under the eye: its whole statement, and what it ran before and its locks, of the
/// moment that the table shows. Asked once a statement, and one question at a time, since all looks
/// share the connection. On the FX thread.
final class SessionEye implements AutoCloseable {
  private final Diagnosis diagnosis;
  private final Clock clock;
  private final Rewind<?> rewind;
  private final ReadOnlyObjectWrapper<Optional<SessionDetail>> detail =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<StoryShown> story =
      new ReadOnlyObjectWrapper<>(StoryShown.NOTHING);
  private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
  private final Questions memories = Questions.inTurn("memory of a session");
  private final Questions stories = Questions.inTurn("past and locks of a session");
  private final Questions details = Questions.inTurn("statement of a session");
  private final StoryBook book = new StoryBook();
  private Optional<ProcessRow> detailed = Optional.empty();
  private boolean detailedPast;
  private Optional<ProcessRow> asked = Optional.empty();
  private Optional<StoryBook.Kept> newest = Optional.empty();

  /// @param rewind which moment the table shows
  SessionEye(Diagnosis diagnosis, Rewind<?> rewind, Clock clock) {
    this.diagnosis = diagnosis;
    this.rewind = rewind;
    this.clock = clock;
  }

  ReadOnlyObjectProperty<Optional<SessionDetail>> detail() {
    return detail.getReadOnlyProperty();
  }

  /// Of the session of {@link #detail}, once it is known.
  ReadOnlyObjectProperty<StoryShown> story() {
    return story.getReadOnlyProperty();
  }

  /// What memory the session uses, in words; empty until somebody asks.
  ReadOnlyStringProperty memory() {
    return memory.getReadOnlyProperty();
  }

  /// Asks the server what memory the session uses now.
  void askMemory() {
    FxThread.check();
    detail
        .get()
        .map(SessionDetail::row)
        .ifPresent(
            row -> {
              memory.set("reading...");
              memories.ask(
                  () -> diagnosis.session().memory(row),
                  outcome ->
                      memory.set(
                          switch (outcome) {
                            case Outcome.Ok<ThreadMemory>(ThreadMemory used) ->
                                used.words() + "  (at " + StoryShown.clock(clock.instant()) + ")";
                            case Outcome.Failed<ThreadMemory>(Fault fault) ->
                                "could not be read: " + fault.detail();
                          }));
            });
  }

  private void forgetMemory() {
    memories.drop();
    memory.set("");
  }

  /// Looks at a row of the moment that the table shows.
  void look(Optional<ProcessRow> row) {
    FxThread.check();
    lookAtStatement(row);
    if (row.isEmpty()) {
      forget();
    } else if (diagnosis.recordedAt().isPresent()) {
      story.set(StoryShown.notRecorded());
    } else if (rewind.past()) {
      forget();
      Instant moment = rewind.at().get().orElse(clock.instant());
      story.set(
          book.nearest(row.get(), moment).map(StoryShown::readAt).orElseGet(StoryShown::notKept));
    } else if (asked.filter(before -> StoryBook.doesTheSame(before, row.get())).isPresent()) {
      newest.ifPresent(this::tell);
    } else {
      ask(row.get());
    }
  }

  private void lookAtStatement(Optional<ProcessRow> row) {
    boolean past = rewind.past();
    if (row.isPresent()
        && past == detailedPast
        && detailed.filter(before -> sameStatement(before, row.get())).isPresent()) {
      return;
    }
    if (!detailed.map(ProcessRow::key).equals(row.map(ProcessRow::key))) {
      forgetMemory();
    }
    detailed = row;
    detailedPast = past;
    details.drop();
    detail.set(row.map(SessionDetail::of));
    if (past) {
      // What the server tells now is not what it was then: the row tells what was seen.
      return;
    }
    row.ifPresent(
        seen ->
            details.ask(
                () -> diagnosis.session().detail(seen),
                outcome -> {
                  if (outcome instanceof Outcome.Ok<SessionDetail>(SessionDetail value)) {
                    detail.set(Optional.of(value));
                  }
                }));
  }

  private static boolean sameStatement(ProcessRow one, ProcessRow other) {
    return one.key().equals(other.key())
        && one.work().eventId() == other.work().eventId()
        && one.sql().equals(other.sql());
  }

  private void forget() {
    stories.drop();
    asked = Optional.empty();
    newest = Optional.empty();
    story.set(StoryShown.NOTHING);
  }

  private void ask(ProcessRow row) {
    if (asked.filter(before -> before.key().equals(row.key())).isEmpty()) {
      forget();
    }
    asked = Optional.of(row);
    stories.ask(() -> diagnosis.session().story(row), outcome -> answered(row, outcome));
  }

  private void answered(ProcessRow row, Outcome<SessionStory> outcome) {
    switch (outcome) {
      case Outcome.Ok<SessionStory>(SessionStory value) -> {
        Instant now = clock.instant();
        book.put(row, now, value);
        newest = Optional.of(new StoryBook.Kept(now, value));
        newest.ifPresent(this::tell);
      }
      case Outcome.Failed<SessionStory>(Fault fault) ->
          story.set(StoryShown.failed(fault.detail()));
    }
  }

  private void tell(StoryBook.Kept kept) {
    story.set(rewind.frozen().get() ? StoryShown.readAt(kept) : StoryShown.now(kept));
  }

  @Override
  public void close() {
    details.close();
    memories.close();
    stories.close();
  }
}
