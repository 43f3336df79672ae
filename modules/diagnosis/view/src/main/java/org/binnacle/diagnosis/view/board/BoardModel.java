package org.binnacle.diagnosis.view.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.board.BoardGrouping;
import org.binnacle.diagnosis.board.BoardOrder;
import org.binnacle.diagnosis.board.BoardQuery;
import org.binnacle.diagnosis.board.ScoreCourse;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.diagnosis.pulse.PulseSettings;
import org.binnacle.diagnosis.pulse.SharedPulse;
import org.binnacle.diagnosis.query.QueryError;
import org.binnacle.diagnosis.view.instance.Grouping;
import org.binnacle.fxkit.FxThread;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Settings;

/// The fleet board without controls. Rows are arranged on the collector's threads; properties are
/// of the FX thread.
final class BoardModel implements AutoCloseable {
  private static final String GROUPED = "board.group";

  private final Diagnosis diagnosis;
  private final Settings settings;
  private final Clock clock;
  private final BoardOrder order = new BoardOrder();
  private final ScoreCourse course = new ScoreCourse();
  private final Grouping<BoardGrouping> groups;
  private final ReadOnlyObjectWrapper<BoardScene> scene =
      new ReadOnlyObjectWrapper<>(BoardScene.NOTHING);
  private final ReadOnlyObjectWrapper<BoardQuery> query =
      new ReadOnlyObjectWrapper<>(BoardQuery.ALL);
  private final Consumer<BoardScene> hop = FxThread.latest(this::accept);
  private final SharedPulse.Joined joined;
  private volatile Optional<FleetState> newest = Optional.empty();
  private volatile Set<String> selected = Set.of();
  private volatile String pointed = "";
  private volatile boolean resting;
  private volatile FleetState drawn = FleetState.EMPTY;

  BoardModel(Diagnosis diagnosis, Settings settings, Clock clock) {
    FxThread.check();
    this.diagnosis = diagnosis;
    this.settings = settings;
    this.clock = clock;
    groups = remembered(settings);
    joined = diagnosis.fleet().join(this::seen);
  }

  ReadOnlyObjectProperty<BoardScene> scene() {
    return scene.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<BoardQuery> query() {
    return query.getReadOnlyProperty();
  }

  private static Grouping<BoardGrouping> remembered(Settings settings) {
    var groups =
        new Grouping<>(
            List.of(BoardGrouping.values()), settings.get(GROUPED).flatMap(BoardGrouping::named));
    groups
        .by()
        .addListener(
            (seen, was, is) ->
                is.ifPresentOrElse(
                    one -> settings.put(GROUPED, one.words()), () -> settings.remove(GROUPED)));
    return groups;
  }

  Grouping<BoardGrouping> groups() {
    return groups;
  }

  Instant now() {
    return clock.instant();
  }

  /// These rows do not move for now.
  void hold(Set<String> rows) {
    selected = Set.copyOf(rows);
  }

  /// The row under the pointer does not move; empty for none.
  void point(String row) {
    pointed = row;
  }

  /// Whether nobody looks: nothing is arranged then.
  void rest(boolean now) {
    FxThread.check();
    resting = now;
    if (!now) {
      tick();
    }
  }

  /// What changes for the better or worse is shown at once, figures with the next tick.
  private void seen(FleetState state) {
    newest = Optional.of(state);
    // While nobody looks, too: else what changed meanwhile would seem to change on coming back.
    course.note(state, clock.instant());
    if (!resting && !state.asBad(drawn)) {
      arrange(state);
    }
  }

  private synchronized void arrange(FleetState state) {
    var held = new HashSet<>(selected);
    held.add(pointed);
    drawn = state;
    hop.accept(BoardScene.of(state, order, course, held, clock.instant()));
  }

  /// Lets ages grow where nothing else happens.
  void tick() {
    FxThread.check();
    newest.ifPresent(state -> Thread.ofVirtual().name("board ages").start(() -> arrange(state)));
  }

  private void accept(BoardScene fresh) {
    FxThread.check();
    scene.set(fresh);
  }

  /// What is wrong with a text, if anything.
  Optional<QueryError> check(String text) {
    return switch (diagnosis.board().query(text)) {
      case BoardQuery.Parsed.Good ignored -> Optional.empty();
      case BoardQuery.Parsed.Bad(QueryError error) -> Optional.of(error);
    };
  }

  /// Filters by a text that {@link #check} has found right.
  void use(String text) {
    FxThread.check();
    if (diagnosis.board().query(text) instanceof BoardQuery.Parsed.Good(BoardQuery right)) {
      query.set(right);
    }
  }

  Duration interval() {
    return PulseSettings.interval(settings);
  }

  /// From now on and after a restart.
  void pace(Duration every) {
    FxThread.check();
    settings.put(PulseSettings.INTERVAL, String.valueOf(every.toSeconds()));
    Thread.ofVirtual().name("board pace").start(() -> diagnosis.fleet().pace());
  }

  /// The term does not count on the instance for a while; shown from the next look on.
  void silence(InstanceRef instance, String term, Duration length) {
    diagnosis.silences().silence(instance.id(), term, length);
  }

  Silences silences() {
    return diagnosis.silences();
  }

  /// Asks at once an instance that is left alone after failures.
  void retry(InstanceRef instance) {
    Thread.ofVirtual().name("retry " + instance.name()).start(() -> diagnosis.retry(instance));
  }

  @Override
  public void close() {
    FxThread.check();
    joined.close();
  }
}
