package org.binnacle.diagnosis.view.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.mark.MarkRules;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.query.QueryError;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.Noise;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.StateClass;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.diagnosis.view.instance.Grouping;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.MergedWatch;
import org.binnacle.diagnosis.watch.StateTrend;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Settings;

/// The process list of one instance or of several without controls. Everything on the FX thread;
/// the looking itself is on the watch's threads.
final class SessionsModel implements AutoCloseable {
  /// Instances that are merged answer one after the other, each within a second.
  private static final Duration GAP = Duration.ofMillis(900);

  private final Diagnosis diagnosis;
  private final List<InstanceRef> instances;
  private final SessionMemory memory;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Sight> newest;
  private final ReadOnlyObjectWrapper<Sight> shown;
  private final ReadOnlyObjectWrapper<SessionQuery> query =
      new ReadOnlyObjectWrapper<>(SessionQuery.ALL);
  private final ObjectProperty<Duration> interval;
  private final ObjectProperty<NoiseFilter> noise;
  private final Rewind<Merged> rewind;
  private final Grouping<GroupBy> grouping =
      new Grouping<>(List.of(GroupBy.values()), Optional.empty());
  private final Marking marking;
  private final ReadOnlyLongWrapper remarked = new ReadOnlyLongWrapper();
  private final StateTrend trend = new StateTrend();
  private final SessionEye eye;
  private final MergedWatch watch;
  private volatile NoiseFilter sifting;

  SessionsModel(Scope scope) {
    FxThread.check();
    LastLooks looks = scope.looks();
    Settings settings = scope.kit().settings();
    this.diagnosis = scope.kit().diagnosis();
    this.instances = scope.instances();
    memory = new SessionMemory(settings);
    this.clock = scope.clock();
    marking = new Marking(marks(), filters());
    interval = new SimpleObjectProperty<>(memory.interval());
    noise = new SimpleObjectProperty<>(memory.noise());
    sifting = noise.get();
    Merged nothing =
        Merged.of(instances.stream().map(instance -> Look.none(instance, interval.get())).toList());
    newest = new ReadOnlyObjectWrapper<>(Sight.of(nothing, noise.get()));
    shown = new ReadOnlyObjectWrapper<>(newest.get());
    interval.addListener((seen, was, is) -> pace(is));
    noise.addListener((seen, was, is) -> resift(is));
    rewind =
        new Rewind<>(
            scope,
            scope.looks().sessions(),
            merged -> shown.set(Sight.of(merged, noise.get())),
            () -> shown.set(newest.get()),
            Optional::empty);
    eye = new SessionEye(diagnosis, rewind, clock);
    Consumer<Sight> hop = FxThread.paced(merged() ? GAP : Duration.ZERO, this::accept);
    watch =
        diagnosis.watch(
            instances,
            interval.get(),
            merged -> {
              if (merged.looks().stream().anyMatch(look -> look.snapshot().isPresent())) {
                looks.sessions(clock.instant(), merged);
              }
              hop.accept(Sight.of(merged, sifting));
            });
    watch.want(want());
  }

  List<InstanceRef> instances() {
    return instances;
  }

  boolean merged() {
    return instances.size() > 1;
  }

  /// What was seen last, frozen or not.
  ReadOnlyObjectProperty<Sight> newest() {
    return newest.getReadOnlyProperty();
  }

  /// What the table shows: the newest, or the one that was frozen.
  ReadOnlyObjectProperty<Sight> shown() {
    return shown.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SessionQuery> query() {
    return query.getReadOnlyProperty();
  }

  /// The one session that is looked at.
  SessionEye eye() {
    return eye;
  }

  /// Time between rounds; settable; remembered.
  ObjectProperty<Duration> interval() {
    return interval;
  }

  /// What is hidden; settable; remembered.
  ObjectProperty<NoiseFilter> noise() {
    return noise;
  }

  /// Which moment the table shows.
  Rewind<Merged> rewind() {
    return rewind;
  }

  Grouping<GroupBy> grouping() {
    return grouping;
  }

  /// What stands out, by the present rules.
  Marking marking() {
    return marking;
  }

  /// The rules that stand out is told by.
  MarkRules marks() {
    return memory.marks();
  }

  /// Keeps other rules and marks by them at once.
  void marks(MarkRules rules) {
    FxThread.check();
    memory.marks(rules);
    marking.use(rules, filters());
    remarked.set(remarked.get() + 1);
  }

  /// Counts how often the rules were changed.
  ReadOnlyLongProperty remarked() {
    return remarked.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  /// Active sessions of the last ten minutes by state, second by second.
  Map<StateClass, double[]> course() {
    FxThread.check();
    int gap = (int) Math.max(2, interval.get().toSeconds() + 1);
    return trend.values(clock.instant().getEpochSecond(), gap);
  }

  private void accept(Sight sight) {
    FxThread.check();
    if (sight.merged().looks().stream()
        .anyMatch(look -> look.fault().isEmpty() && look.rounds() > 0)) {
      trend.put(clock.instant().getEpochSecond(), sight.classes());
    }
    newest.set(sight);
    if (!rewind.frozen().get()) {
      shown.set(sight);
    }
  }

  private void pace(Duration every) {
    FxThread.check();
    memory.interval(every);
    watch.interval(every);
  }

  private void resift(NoiseFilter to) {
    FxThread.check();
    sifting = to;
    memory.noise(to);
    newest.set(Sight.of(newest.get().merged(), to));
    shown.set(Sight.of(shown.get().merged(), to));
    watch.want(want());
  }

  private Want want() {
    boolean sleepers =
        !noise.get().hidden().contains(Noise.SLEEPING) || query.get().wantsSleepers();
    return Want.active().withIdle(sleepers);
  }

  /// What is wrong with a text, if anything.
  Optional<QueryError> check(String text) {
    return switch (SessionQuery.parse(text, filters())) {
      case SessionQuery.Parsed.Good ignored -> Optional.empty();
      case SessionQuery.Parsed.Bad(QueryError error) -> Optional.of(error);
    };
  }

  /// Filters by a text that {@link #check} has found right.
  void use(String text) {
    FxThread.check();
    if (SessionQuery.parse(text, filters()) instanceof SessionQuery.Parsed.Good(var right)) {
      query.set(right);
      if (right.wantsSleepers() && noise.get().hidden().contains(Noise.SLEEPING)) {
        // Who asks for sleepers wants to see them.
        noise.set(noise.get().with(Noise.SLEEPING, false));
      } else {
        watch.want(want());
      }
    }
  }

  /// Saved filters by name.
  Map<String, String> filters() {
    return memory.filters();
  }

  void saveFilter(String name, String text) {
    FxThread.check();
    memory.saveFilter(name, text);
  }

  void removeFilter(String name) {
    FxThread.check();
    memory.removeFilter(name);
  }

  void lookNow() {
    watch.lookNow();
  }

  /// Asks at once an instance that is left alone after failures.
  void retry(InstanceRef instance) {
    Thread.ofVirtual()
        .name("retry " + instance.name())
        .start(
            () -> {
              diagnosis.retry(instance);
              watch.lookNow();
            });
  }

  @Override
  public void close() {
    FxThread.check();
    watch.close();
    rewind.close();
    eye.close();
  }
}
