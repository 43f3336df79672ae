package org.binnacle.diagnosis.view.instance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.binnacle.diagnosis.incident.CaptureOptions;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// Two moments of an instance or a cluster that were marked, A and B, to be compared. A mark is a
/// capture of one look, which is kept among the incidents. On the FX thread.
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
  private final List<InstanceRef> instances;
  private final BiConsumer<Severity, String> say;
  private final Map<Name, ReadOnlyObjectWrapper<Mark>> marks = new EnumMap<>(Name.class);

  /// @param say tells the user something
  Moments(Kit kit, String title, List<InstanceRef> instances, BiConsumer<Severity, String> say) {
    this.kit = kit;
    this.title = title;
    this.instances = List.copyOf(instances);
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

  /// Records what the instances do now and makes that the mark.
  void take(Name name) {
    FxThread.check();
    if (!possible() || mark(name).get() instanceof Mark.Taking) {
      return;
    }
    Mark before = mark(name).get();
    wrapper(name).set(new Mark.Taking());
    kit.tasks()
        .start(
            "Mark %s of %s".formatted(name, title),
            (progress, stop) ->
                kit.incidents()
                    .orElseThrow()
                    .capture(
                        instances,
                        CaptureOptions.mark(name.name()),
                        state -> progress.at(state.instance().name() + ": " + state.words(), 0, -1),
                        stop),
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

  /// Opens both side by side, the earlier one first.
  void compare() {
    Optional<Marked> a = of(Name.A);
    Optional<Marked> b = of(Name.B);
    if (a.isEmpty() || b.isEmpty()) {
      say.accept(
          Severity.NOTICE,
          "Two marks are compared: Shift+A marks A now, Shift+B marks B now, each takes some"
              + " seconds.");
      return;
    }
    boolean inOrder = !b.get().at().isBefore(a.get().at());
    Marked first = inOrder ? a.get() : b.get();
    Marked second = inOrder ? b.get() : a.get();
    kit.doors().compare(first.incidentId(), second.incidentId());
  }
}
