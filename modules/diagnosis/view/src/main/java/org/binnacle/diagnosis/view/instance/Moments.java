package org.binnacle.diagnosis.view.instance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// Two moments of an instance or a cluster that were marked, A and B, to be compared. A mark is a
/// capture of one look, or what is kept of the moment of the past that is shown; it stands among
/// the incidents. On the FX thread.
public final class Moments {
  /// The two marks.
  public enum Name {
    A,
    B
  }

  /// A moment that was recorded.
  ///
  /// @param incidentId under which it is kept
  public record Marked(Instant at, String incidentId) {}

  /// What became of a mark.
  sealed interface Mark {
    /// None yet.
    record None() implements Mark {}

    /// It is being recorded.
    record Taking() implements Mark {}

    /// It is there.
    record Taken(Marked moment) implements Mark {}
  }

  private final Kit kit;
  private final String title;
  private final LastLooks looks;
  private final Supplier<Optional<Instant>> shown;
  private final BiConsumer<Severity, String> say;
  private final Map<Name, ReadOnlyObjectWrapper<Mark>> marks = new EnumMap<>(Name.class);

  /// @param looks what is kept of the last minutes, for a mark at a moment of the past
  /// @param shown the moment that the view in front stands still at; empty where it is live
  /// @param say tells the user something
  Moments(
      Kit kit,
      String title,
      LastLooks looks,
      Supplier<Optional<Instant>> shown,
      BiConsumer<Severity, String> say) {
    this.kit = kit;
    this.title = title;
    this.looks = looks;
    this.shown = shown;
    this.say = say;
    for (Name name : Name.values()) {
      marks.put(name, new ReadOnlyObjectWrapper<>(new Mark.None()));
    }
  }

  /// Whether anything can be marked: not where nothing is kept, nor in what was recorded itself.
  boolean possible() {
    return kit.incidents().isPresent() && kit.recorded().isEmpty();
  }

  ReadOnlyObjectProperty<Mark> mark(Name name) {
    return wrapper(name).getReadOnlyProperty();
  }

  private ReadOnlyObjectWrapper<Mark> wrapper(Name name) {
    return marks.computeIfAbsent(name, missing -> new ReadOnlyObjectWrapper<>(new Mark.None()));
  }

  /// The moment of a mark, once it is there.
  public Optional<Marked> of(Name name) {
    return mark(name).get() instanceof Mark.Taken(Marked moment)
        ? Optional.of(moment)
        : Optional.empty();
  }

  /// Runs something whenever a mark changes, until what is handed out is run.
  public Runnable onChange(Runnable changed) {
    ChangeListener<Mark> listener = (seen, was, is) -> changed.run();
    marks.values().forEach(mark -> mark.addListener(listener));
    return () -> marks.values().forEach(mark -> mark.removeListener(listener));
  }

  /// Records what the instances do now, or what is kept of the moment that is shown, and makes that
  /// the mark.
  void take(Name name) {
    FxThread.check();
    if (!possible() || mark(name).get() instanceof Mark.Taking) {
      return;
    }
    Mark before = mark(name).get();
    Optional<Instant> past = shown.get();
    wrapper(name).set(new Mark.Taking());
    kit.tasks()
        .start(
            "Mark %s of %s%s"
                .formatted(
                    name, title, past.map(at -> " at " + TimeBar.CLOCK.format(at)).orElse("")),
            (progress, stop) ->
                past.isPresent()
                    ? kit.incidents().orElseThrow().mark(looks, past.get(), name.name())
                    : capture(name, progress, stop),
            outcome -> {
              switch (outcome) {
                case Outcome.Ok<Incident>(Incident incident) ->
                    wrapper(name).set(new Mark.Taken(new Marked(incident.at(), incident.id())));
                case Outcome.Failed<Incident>(var fault) -> {
                  wrapper(name).set(before);
                  Words.Told told = kit.words().of(fault);
                  say.accept(Severity.CRITICAL, told.happened() + "  " + told.next());
                }
              }
            });
  }

  private Incident capture(Name name, Progress progress, Cancel stop) {
    return kit.incidents()
        .orElseThrow()
        .capture(
            looks.instances(),
            CaptureOptions.mark(name.name()),
            state -> progress.at(state.instance().name() + ": " + state.words(), 0, -1),
            stop);
  }

  /// Opens both side by side, the earlier one first.
  void compare() {
    Optional<Marked> a = of(Name.A);
    Optional<Marked> b = of(Name.B);
    if (a.isEmpty() || b.isEmpty()) {
      say.accept(
          Severity.NOTICE,
          "Two marks are compared: Shift+A marks A, Shift+B marks B: now, which takes some seconds,"
              + " or at the moment of the past that is shown.");
      return;
    }
    boolean inOrder = !b.get().at().isBefore(a.get().at());
    Marked first = inOrder ? a.get() : b.get();
    Marked second = inOrder ? b.get() : a.get();
    kit.doors().compare(first.incidentId(), second.incidentId());
  }
}
