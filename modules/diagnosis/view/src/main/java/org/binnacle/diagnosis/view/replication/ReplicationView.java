package org.binnacle.diagnosis.view.replication;

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
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.replication.ReplicaMember;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.diagnosis.view.instance.FactsPane;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TableExport;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Severity;

/// Channels of one instance, or the topology of a cluster: sources above their replicas, with what
/// is wrong with each.
public final class ReplicationView implements InstanceView {
  private static final String WHAT = "replication";

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ViewHead head;
  private final LiveTable<ReplicaLine, String> table;
  private final FactsPane detail = new FactsPane(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<ReplicaScene> feed;
  private final ReplicaMarks marks;
  private final Rewind<List<Rounds.Seen<ReplicaScene>>> rewind;
  private final InvalidationListener picked = change -> showPicked();
  private List<Rounds.Seen<ReplicaScene>> newest = List.of();

  public ReplicationView(Scope scope) {
    head = new ViewHead(scope.kit());
    table =
        new LiveTable<>(
            "replication", ReplicaLine::key, ReplicaColumns.all(), scope.kit().settings());
    table.sortFirst("instance", false);
    table.states(ReplicationView::states);
    table.whenEmpty(Placeholder.loading("Looking at replication"));
    FillColumn.attach(table.view(), "words", 160);
    table.selection().addListener(picked);
    rewind = new Rewind<>(scope, scope.looks().replication(), this::seen, this::live, this::newest);
    feed =
        new Feed<>(
            onRound ->
                scope
                    .kit()
                    .diagnosis()
                    .watchReplication(
                        scope.instances(),
                        EVERY,
                        seen -> {
                          scope.looks().replication(scope.clock().instant(), seen);
                          onRound.accept(seen);
                        }),
            this::seen,
            rewind::isFrozen);
    head.onLookNow(feed::now);
    head.standing(rewind, "replication");
    marks = new ReplicaMarks(scope.kit(), head, this::show);
    table.menu(
        lines -> {
          var items = new ArrayList<>(marks.menu(lines));
          items.add(TableExport.item(scope.kit(), table, WHAT));
          return items;
        });
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    head.greys(split);
    root.setTop(head);
    root.setCenter(split);
    root.getStyleClass().add("replication-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    PlainKeys.attach(
        root,
        event ->
            rewind.used(event)
                || TableExport.used(event, scope.kit(), table, WHAT)
                || (event.getCode() == KeyCode.ESCAPE && (hideDetail() || rewind.leave())));
  }

  private static Set<PseudoClass> states(ReplicaLine line) {
    var states = new HashSet<PseudoClass>();
    if (line.member().stale()) {
      states.add(States.STALE);
    }
    switch (line.severity()) {
      case CRITICAL -> states.add(States.CRITICAL);
      case WARNING -> states.add(States.WARNING);
      case UNKNOWN, NOTICE, OK -> {}
    }
    return states;
  }

  private void live() {
    feed.release();
  }

  private Optional<Instant> newest() {
    return feed.newest();
  }

  private void seen(List<Rounds.Seen<ReplicaScene>> seen) {
    newest = seen;
    List<ReplicaScene> scenes = seen.stream().flatMap(one -> one.value().stream()).toList();
    head.seen(seen, "replica status", EVERY);
    head.notes(scenes.stream().flatMap(one -> one.notes().stream()).distinct().toList());
    List<Denied> denied = scenes.stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    show();
  }

  /// Those that were not asked yet are left out: they come within the first round.
  private void show() {
    // A moment of the past is as old as it was then.
    Instant now = rewind.at().get().orElseGet(Instant::now);
    List<ReplicaMember> members =
        ReplicaMember.seen(newest, now).stream()
            .filter(one -> one.known().isPresent() || one.unreachable())
            .toList();
    List<ReplicaLine> lines = ReplicaLine.of(ReplicaTree.of(members), id -> marks.of(id), now);
    long troubled = lines.stream().filter(line -> line.severity() == Severity.CRITICAL).count();
    badge.set(troubled == 0 ? "" : String.valueOf(troubled));
    head.summary(summary(members, lines));
    table.rows(lines);
  }

  private static String summary(List<ReplicaMember> members, List<ReplicaLine> lines) {
    if (members.size() == 1 && members.getFirst().known().isPresent()) {
      String text = members.getFirst().known().get().summary();
      return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
    long replicas =
        members.stream()
            .filter(one -> one.known().filter(at -> !at.channels().isEmpty()).isPresent())
            .count();
    long troubled = lines.stream().filter(line -> !line.place().problem().isEmpty()).count();
    long unreachable = members.stream().filter(ReplicaMember::unreachable).count();
    return "%,d instances, %,d of them replicas%s%s"
        .formatted(
            members.size(),
            replicas,
            unreachable == 0 ? "" : ", %,d unreachable".formatted(unreachable),
            troubled == 0 ? "" : "; %,d with a problem".formatted(troubled));
  }

  private void showPicked() {
    List<ReplicaLine> rows = table.selection().get();
    if (rows.size() != 1) {
      return;
    }
    ReplicaLine line = rows.getFirst();
    detail.show(line.member().instance().name(), ReplicaFacts.text(line), ReplicaFacts.of(line));
    if (split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.45);
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
    return "replication";
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
    rewind.close();
    table.selection().removeListener(picked);
    detail.close();
    table.close();
  }
}
