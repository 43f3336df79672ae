package org.binnacle.diagnosis.view.locks;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Point;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Severity;

/// The blocking tree of one instance or of several: roots first, each above those that wait for it.
public final class LocksView implements InstanceView {
  /// While somebody waits and looking is cheap.
  private static final Duration QUICK = Duration.ofSeconds(1);

  private static final Duration USUAL = Duration.ofSeconds(2);

  /// Where one look took longer than {@link #CHEAP}.
  private static final Duration SLOW = Duration.ofSeconds(5);

  private static final Duration CHEAP = Duration.ofMillis(50);

  private final ViewHead head;
  private final LiveTable<LockLine, LockLine.Key> table;
  private final LockDetail detail = new LockDetail(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<LockScene> feed;
  private final LockActs acts;
  private final InvalidationListener picked = change -> showPicked();
  private final ChangeListener<String> placed = (seen, was, is) -> select();
  private final Set<LockLine.Key> folded = new HashSet<>();
  private List<LockScene> scenes = List.of();
  private Duration interval = USUAL;
  private Optional<Point> wanted = Optional.empty();
  private int missed;

  public LocksView(Scope scope) {
    head = new ViewHead(scope.kit());
    table =
        new LiveTable<>(
            scope.merged() ? "locks.merged" : "locks",
            LockLine::key,
            LockColumns.all(scope.merged()),
            scope.kit().settings());
    table.sortFirst("who", false);
    table.states(LocksView::states);
    table.whenEmpty(Placeholder.loading("Looking who waits"));
    table.onOpen(line -> fold(line, !line.folded()));
    FillColumn.attach(table.view(), "sql", 200);
    feed =
        new Feed<>(
            onRound -> scope.kit().diagnosis().watchLocks(scope.instances(), interval, onRound),
            this::seen);
    head.onLookNow(feed::now);
    acts = new LockActs(scope.kit(), table, head, () -> scenes, feed::now);
    table.menu(acts::menu);
    table.selection().addListener(picked);
    table.summary().addListener(placed);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(head);
    root.setCenter(split);
    root.getStyleClass().add("locks-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    PlainKeys.attach(root, this::used);
  }

  private static Set<PseudoClass> states(LockLine line) {
    if (!line.node().waits().isEmpty()) {
      return Set.of(States.BLOCKED);
    }
    boolean idle =
        line.node().party().row().filter(row -> row.kind() == Kind.IDLE_IN_TRX).isPresent();
    return idle ? Set.of(States.BLOCKING, States.IDLE_TRX) : Set.of(States.BLOCKING);
  }

  private boolean used(KeyEvent event) {
    if (!PlainKeys.plain(event)) {
      return false;
    }
    return switch (event.getCode()) {
      case K -> run(() -> acts.kill(event.isShiftDown()));
      case Y -> run(acts::copy);
      case X -> run(acts::export);
      case LEFT -> foldPicked(true);
      case RIGHT -> foldPicked(false);
      case ESCAPE -> hideDetail();
      default -> false;
    };
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  private void seen(List<Rounds.Seen<LockScene>> seen) {
    scenes = seen.stream().flatMap(one -> one.value().stream()).toList();
    pace();
    head.seen(seen, String.join(", ", sources()), interval);
    head.notes(scenes.stream().flatMap(one -> one.notes().stream()).distinct().toList());
    var denied = scenes.stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    int waiting = scenes.stream().mapToInt(scene -> scene.tree().waiting()).sum();
    badge.set(waiting == 0 ? "" : "%,d".formatted(waiting));
    head.summary(summary());
    table.rows(LockLine.of(scenes, folded));
    if (!scenes.isEmpty() && waiting == 0) {
      table.whenEmpty(
          Placeholder.of(
              "mdi2l-lock-open-check-outline",
              "No session waits",
              "Nobody waits for a row lock or a metadata lock now."
                  + (denied.isEmpty() ? "" : " Not all may be seen by this account.")));
    }
    missed();
  }

  private List<String> sources() {
    return scenes.stream().flatMap(one -> one.sources().stream()).distinct().sorted().toList();
  }

  private String summary() {
    if (scenes.size() == 1) {
      String text = LockText.summary(scenes.getFirst().tree());
      return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
    int waiting = scenes.stream().mapToInt(scene -> scene.tree().waiting()).sum();
    long longest = scenes.stream().mapToLong(scene -> scene.tree().longestUs()).max().orElse(0);
    return waiting == 0
        ? "No session waits"
        : "%,d sessions wait on %,d instances, the longest %s"
            .formatted(
                waiting,
                scenes.stream().filter(scene -> !scene.tree().isEmpty()).count(),
                Span.words(longest));
  }

  private void pace() {
    boolean slow = scenes.stream().anyMatch(scene -> scene.took().compareTo(CHEAP) > 0);
    boolean some = scenes.stream().map(LockScene::tree).anyMatch(tree -> !tree.isEmpty());
    Duration now = slow ? SLOW : some ? QUICK : USUAL;
    if (!now.equals(interval)) {
      interval = now;
      feed.interval(now);
    }
  }

  private void fold(LockLine line, boolean shut) {
    if (shut ? folded.add(line.key()) : folded.remove(line.key())) {
      table.rows(LockLine.of(scenes, folded));
    }
  }

  private boolean foldPicked(boolean shut) {
    List<LockLine> lines = table.selection().get();
    lines.forEach(line -> fold(line, shut));
    return !lines.isEmpty();
  }

  private void showPicked() {
    List<LockLine> lines = table.selection().get();
    if (lines.size() != 1) {
      return;
    }
    detail.show(lines.getFirst());
    if (split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.62);
    }
  }

  private boolean hideDetail() {
    if (split.getItems().size() == 1) {
      return false;
    }
    split.getItems().remove(1);
    table.view().requestFocus();
    return true;
  }

  @Override
  public void point(Point at) {
    wanted = Optional.of(at);
    missed = 0;
    select();
  }

  /// Selects the session that is wanted once its line is shown, which is after the look was sorted.
  private void select() {
    wanted.ifPresent(
        at ->
            table.shown().stream()
                .filter(line -> line.instance().id().equals(at.instance().id()))
                .filter(line -> line.node().who().connectionId() == at.connectionId())
                .findFirst()
                .ifPresent(
                    line -> {
                      wanted = Optional.empty();
                      table.select(Set.of(line.key()));
                    }));
  }

  /// Told once a second look has not found it either.
  private void missed() {
    if (wanted.isPresent() && ++missed > 1) {
      head.say(
          Severity.NOTICE,
          "Session %d waits for no lock now, and nobody waits for it."
              .formatted(wanted.get().connectionId()));
      wanted = Optional.empty();
    }
  }

  @Override
  public ObservableValue<String> badge() {
    return badge.getReadOnlyProperty();
  }

  @Override
  public String help() {
    return "locks";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    head.start();
    feed.start();
  }

  @Override
  public void hidden() {
    head.stop();
    feed.stop();
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public void close() {
    hidden();
    table.selection().removeListener(picked);
    table.summary().removeListener(placed);
    acts.close();
    detail.close();
    table.close();
  }
}
