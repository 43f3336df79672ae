package org.binnacle.diagnosis.view.locks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.MergedLockText;
import org.binnacle.diagnosis.lock.MergedLocks;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Point;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;

/// The blocking tree of one instance or of several: roots first, each above those that wait for it.
public final class LocksView implements InstanceView {
  private final ViewHead head;
  private final LiveTable<LockLine, LockLine.Key> table;
  private final LockDetail detail = new LockDetail(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<LockScene> feed;
  private final Rewind<List<Rounds.Seen<LockScene>>> rewind;
  private final LockActs acts;
  private final WantedSession wanted;
  private final InvalidationListener picked = change -> showPicked();
  private final Set<LockLine.Key> folded = new HashSet<>();
  private MergedLocks locks = MergedLocks.NONE;
  private Duration interval = LockPace.USUAL;

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
    FillColumn.attach(table.view(), "sql", scope.merged() ? 140 : 200);
    rewind = new Rewind<>(scope, scope.looks().locks(), this::seen, this::live, Optional::empty);
    feed =
        new Feed<>(
            onRound ->
                scope
                    .kit()
                    .diagnosis()
                    .watchLocks(
                        scope.instances(),
                        interval,
                        seen -> {
                          scope.looks().locks(scope.clock().instant(), seen);
                          onRound.accept(seen);
                        }),
            this::seen,
            rewind::isFrozen);
    head.onLookNow(feed::now);
    head.standing(rewind, "locks");
    acts = new LockActs(scope.kit(), table, head, () -> locks, feed::now);
    table.menu(acts::menu);
    table.selection().addListener(picked);
    wanted = new WantedSession(table, head);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    head.greys(split);
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
    if (rewind.used(event)) {
      return true;
    }
    return switch (event.getCode()) {
      case K -> run(() -> acts.kill(event.isShiftDown()));
      case Y -> run(acts::copy);
      case X -> run(acts::export);
      case LEFT -> foldPicked(true);
      case RIGHT -> foldPicked(false);
      case ESCAPE -> hideDetail() || rewind.leave();
      default -> false;
    };
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  private void live() {
    feed.release();
  }

  private void seen(List<Rounds.Seen<LockScene>> seen) {
    locks = MergedLocks.seen(seen);
    if (!rewind.isFrozen()) {
      Duration now = LockPace.of(locks);
      if (!now.equals(interval)) {
        interval = now;
        feed.interval(now);
      }
    }
    List<String> sources = sources();
    head.seen(
        seen, locks.several() ? sources.size() + " sources" : String.join(", ", sources), interval);
    head.notes(notes());
    List<Denied> denied = locks.scenes().stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    badge.set(locks.waiting() == 0 ? "" : "%,d".formatted(locks.waiting()));
    String text = MergedLockText.summary(locks);
    head.summary(Character.toUpperCase(text.charAt(0)) + text.substring(1));
    table.rows(LockLine.of(locks, folded));
    if (!locks.scenes().isEmpty() && locks.isEmpty()) {
      table.whenEmpty(
          Placeholder.of(
              "mdi2l-lock-open-check-outline",
              "No session waits",
              "Nobody waits for a row lock or a metadata lock now."
                  + (denied.isEmpty() ? "" : " Not all may be seen by this account.")
                  + (locks.failed().isEmpty() ? "" : " Not every instance could be read.")));
    }
    wanted.looked();
  }

  /// Of several, every instance that could not be read is named once: the bar has room for one, and
  /// for none once it is hidden.
  private List<String> notes() {
    var notes = new ArrayList<String>();
    for (LockScene scene : locks.scenes()) {
      String where = locks.several() ? scene.instance().name() + ": " : "";
      scene.notes().forEach(note -> notes.add(where + note));
    }
    if (locks.several()) {
      locks
          .failed()
          .forEach(
              (ref, fault) -> {
                if (!head.tells(ref)) {
                  notes.add(MergedLockText.unread(ref, fault));
                }
              });
    }
    return notes.stream().distinct().toList();
  }

  private List<String> sources() {
    return locks.scenes().stream()
        .flatMap(one -> one.sources().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private void fold(LockLine line, boolean shut) {
    if (shut ? folded.add(line.key()) : folded.remove(line.key())) {
      table.rows(LockLine.of(locks, folded));
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
    wanted.is(at);
  }

  @Override
  public void seek(Instant moment) {
    rewind.seek(moment);
  }

  @Override
  public Optional<Instant> moment() {
    return rewind.at().get();
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
    wanted.close();
    rewind.close();
    acts.close();
    detail.close();
    table.close();
  }
}
