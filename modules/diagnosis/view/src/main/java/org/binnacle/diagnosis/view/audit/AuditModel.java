package org.binnacle.diagnosis.view.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// The audit log without controls; asks anew when the search or the range changes.
final class AuditModel implements AutoCloseable {
  static final int MOST = 5_000;

  private final AuditLog log;
  private final Clock clock;
  private final Questions questions = new Questions("audit log");
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.WEEK);
  private final ReadOnlyObjectWrapper<List<AuditEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// How far back.
  enum Range {
    HOUR("last hour", Duration.ofHours(1)),
    DAY("last 24 hours", Duration.ofDays(1)),
    WEEK("last 7 days", Duration.ofDays(7)),
    MONTH("last 31 days", Duration.ofDays(31)),
    ALL("all", Duration.ZERO);

    private final String words;
    private final Duration length;

    Range(String words, Duration length) {
      this.words = words;
      this.length = length;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  AuditModel(AuditLog log, Clock clock) {
    FxThread.check();
    this.log = log;
    this.clock = clock;
    search.addListener((seen, was, is) -> ask());
    range.addListener((seen, was, is) -> ask());
    ask();
  }

  /// Text that must be in an entry; settable.
  StringProperty search() {
    return search;
  }

  /// Settable.
  ObjectProperty<Range> range() {
    return range;
  }

  /// Newest first.
  ReadOnlyObjectProperty<List<AuditEntry>> entries() {
    return entries.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  void ask() {
    FxThread.check();
    String text = search.get().strip();
    var since =
        range.get() == Range.ALL
            ? Optional.<Instant>empty()
            : Optional.of(clock.instant().minus(range.get().length));
    questions.ask(
        () -> log.newest(since, text, MOST),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<List<AuditEntry>>(List<AuditEntry> found) -> {
              fault.set(Optional.empty());
              if (!found.equals(entries.get())) {
                entries.set(List.copyOf(found));
              }
            }
            case Outcome.Failed<List<AuditEntry>>(Fault why) -> fault.set(Optional.of(why));
          }
        });
  }

  @Override
  public void close() {
    questions.close();
  }
}
