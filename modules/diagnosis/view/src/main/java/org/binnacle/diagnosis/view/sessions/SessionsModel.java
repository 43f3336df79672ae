package org.binnacle.diagnosis.view.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.query.QueryError;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.Noise;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.MergedWatch;
import org.binnacle.diagnosis.watch.Trend;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Settings;

/// The process list of one instance or of several without controls. Everything on the FX thread;
/// the looking itself is on the watch's threads.
final class SessionsModel implements AutoCloseable {
  static final String FILTERS = "sessions.filters.";
  private static final String INTERVAL = "sessions.interval";
  private static final String SHOWN_NOISE = "sessions.noise.shown";

  private final Diagnosis diagnosis;
  private final List<InstanceRef> instances;
  private final Settings settings;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Sight> newest;
  private final ReadOnlyObjectWrapper<Sight> shown;
  private final ReadOnlyObjectWrapper<SessionQuery> query =
      new ReadOnlyObjectWrapper<>(SessionQuery.ALL);
  private final ReadOnlyObjectWrapper<Optional<SessionDetail>> detail =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<Duration> interval;
  private final ObjectProperty<NoiseFilter> noise;
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private final Trend trend = new Trend();
  private final Questions details = new Questions("statement of a session");
  private final MergedWatch watch;
  private volatile NoiseFilter sifting;
  private Optional<ProcessRow> asked = Optional.empty();
  private final ReadOnlyObjectWrapper<Optional<Instant>> frozenAt =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  SessionsModel(Diagnosis diagnosis, List<InstanceRef> instances, Settings settings, Clock clock) {
    FxThread.check();
    this.diagnosis = diagnosis;
    this.instances = List.copyOf(instances);
    this.settings = settings;
    this.clock = clock;
    interval = new SimpleObjectProperty<>(remembered());
    noise = new SimpleObjectProperty<>(rememberedNoise());
    sifting = noise.get();
    Merged nothing =
        Merged.of(instances.stream().map(instance -> Look.none(instance, interval.get())).toList());
    newest = new ReadOnlyObjectWrapper<>(Sight.of(nothing, noise.get()));
    shown = new ReadOnlyObjectWrapper<>(newest.get());
    interval.addListener((seen, was, is) -> pace(is));
    noise.addListener((seen, was, is) -> resift(is));
    frozen.addListener((seen, was, is) -> freeze(is));
    Consumer<Sight> hop = FxThread.latest(this::accept);
    watch =
        diagnosis.watch(instances, interval.get(), merged -> hop.accept(Sight.of(merged, sifting)));
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

  ReadOnlyObjectProperty<Optional<SessionDetail>> detail() {
    return detail.getReadOnlyProperty();
  }

  /// Time between rounds; settable; remembered.
  ObjectProperty<Duration> interval() {
    return interval;
  }

  /// What is hidden; settable; remembered.
  ObjectProperty<NoiseFilter> noise() {
    return noise;
  }

  /// The table stands still while this is true; collecting goes on.
  BooleanProperty frozen() {
    return frozen;
  }

  /// Since when the table stands still.
  ReadOnlyObjectProperty<Optional<Instant>> frozenAt() {
    return frozenAt.getReadOnlyProperty();
  }

  Instant now() {
    return clock.instant();
  }

  /// Active sessions of the last ten minutes, second by second.
  double[] trend() {
    FxThread.check();
    int gap = (int) Math.max(2, interval.get().toSeconds() + 1);
    return trend.values(clock.instant().getEpochSecond(), gap);
  }

  private void accept(Sight sight) {
    FxThread.check();
    newest.set(sight);
    if (sight.merged().looks().stream()
        .anyMatch(look -> look.fault().isEmpty() && look.rounds() > 0)) {
      trend.put(clock.instant().getEpochSecond(), (double) sight.active());
    }
    if (!frozen.get()) {
      shown.set(sight);
    }
  }

  private void pace(Duration every) {
    FxThread.check();
    settings.put(INTERVAL, String.valueOf(every.toMillis()));
    watch.interval(every);
  }

  private Duration remembered() {
    try {
      return Duration.ofMillis(Long.parseLong(settings.get(INTERVAL).orElse("1000")));
    } catch (NumberFormatException e) {
      return Duration.ofSeconds(1);
    }
  }

  private NoiseFilter rememberedNoise() {
    NoiseFilter filter = NoiseFilter.standard();
    String kept = settings.get(SHOWN_NOISE).orElse("");
    for (Noise one : Noise.values()) {
      filter = filter.with(one, !List.of(kept.split(",")).contains(one.name()));
    }
    return filter;
  }

  private void resift(NoiseFilter to) {
    FxThread.check();
    sifting = to;
    var visible = List.of(Noise.values()).stream().filter(one -> !to.hidden().contains(one));
    settings.put(SHOWN_NOISE, String.join(",", visible.map(Noise::name).toList()));
    newest.set(Sight.of(newest.get().merged(), to));
    shown.set(Sight.of(shown.get().merged(), to));
    watch.want(want());
  }

  private Want want() {
    boolean sleepers =
        !noise.get().hidden().contains(Noise.SLEEPING) || query.get().wantsSleepers();
    return Want.active().withIdle(sleepers);
  }

  private void freeze(boolean on) {
    FxThread.check();
    frozenAt.set(on ? Optional.of(clock.instant()) : Optional.empty());
    if (!on) {
      shown.set(newest.get());
    }
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
    var found = new TreeMap<String, String>();
    settings
        .under(FILTERS)
        .forEach((key, text) -> found.put(key.substring(FILTERS.length()), text));
    return found;
  }

  void saveFilter(String name, String text) {
    FxThread.check();
    settings.put(FILTERS + name, text);
  }

  void removeFilter(String name) {
    FxThread.check();
    settings.remove(FILTERS + name);
  }

  /// Fetches the whole statement of a row, once for each statement.
  void look(Optional<ProcessRow> row) {
    FxThread.check();
    boolean same =
        row.isPresent()
            && asked.isPresent()
            && row.get().key().equals(asked.get().key())
            && row.get().work().eventId() == asked.get().work().eventId()
            && row.get().sql().equals(asked.get().sql());
    if (same) {
      return;
    }
    asked = row;
    details.drop();
    detail.set(row.map(SessionDetail::of));
    row.ifPresent(
        seen ->
            details.ask(
                () -> diagnosis.detail(seen),
                outcome -> {
                  if (outcome instanceof Outcome.Ok<SessionDetail>(SessionDetail value)) {
                    detail.set(Optional.of(value));
                  }
                }));
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
    details.close();
  }
}
