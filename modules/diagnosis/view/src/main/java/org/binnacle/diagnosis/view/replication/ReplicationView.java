package org.binnacle.diagnosis.view.replication;

import java.time.Duration;
import java.util.ArrayList;
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
import org.binnacle.diagnosis.replication.Advice;
import org.binnacle.diagnosis.replication.ReplicaChannel;
import org.binnacle.diagnosis.replication.ReplicaScene;
import org.binnacle.diagnosis.replication.ReplicaTree;
import org.binnacle.diagnosis.replication.ReplicaWorker;
import org.binnacle.diagnosis.view.instance.FactsPane;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Scope;
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
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ViewHead head;
  private final LiveTable<ReplicaLine, String> table;
  private final FactsPane detail = new FactsPane(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<ReplicaScene> feed;
  private final InvalidationListener picked = change -> showPicked();

  public ReplicationView(Scope scope) {
    head = new ViewHead(scope.kit());
    table =
        new LiveTable<>(
            "replication", ReplicaLine::key, ReplicaColumns.all(), scope.kit().settings());
    table.sortFirst("instance", false);
    table.states(ReplicationView::states);
    table.whenEmpty(Placeholder.loading("Looking at replication"));
    FillColumn.attach(table.view(), "words", 240);
    table.selection().addListener(picked);
    feed =
        new Feed<>(
            onRound -> scope.kit().diagnosis().watchReplication(scope.instances(), EVERY, onRound),
            this::seen);
    head.onLookNow(feed::now);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(head);
    root.setCenter(split);
    root.getStyleClass().add("replication-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    PlainKeys.attach(root, event -> event.getCode() == KeyCode.ESCAPE && hideDetail());
  }

  private static Set<PseudoClass> states(ReplicaLine line) {
    return switch (line.severity()) {
      case CRITICAL -> Set.of(States.CRITICAL);
      case WARNING -> Set.of(States.WARNING);
      case UNKNOWN, NOTICE, OK -> Set.of();
    };
  }

  private void seen(List<Rounds.Seen<ReplicaScene>> seen) {
    List<ReplicaScene> scenes = seen.stream().flatMap(one -> one.value().stream()).toList();
    head.seen(seen, "replica status", EVERY);
    head.notes(scenes.stream().flatMap(one -> one.notes().stream()).distinct().toList());
    List<Denied> denied = scenes.stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    List<ReplicaLine> lines = ReplicaLine.of(ReplicaTree.of(scenes));
    long troubled = lines.stream().filter(line -> line.severity() == Severity.CRITICAL).count();
    badge.set(troubled == 0 ? "" : String.valueOf(troubled));
    head.summary(summary(scenes, lines));
    table.rows(lines);
  }

  private static String summary(List<ReplicaScene> scenes, List<ReplicaLine> lines) {
    if (scenes.size() == 1) {
      String text = scenes.getFirst().summary();
      return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
    long replicas = scenes.stream().filter(scene -> !scene.channels().isEmpty()).count();
    long troubled = lines.stream().filter(line -> !line.place().problem().isEmpty()).count();
    return "%,d instances, %,d of them replicas%s"
        .formatted(
            scenes.size(),
            replicas,
            troubled == 0 ? "" : "; %,d with a problem".formatted(troubled));
  }

  private void showPicked() {
    List<ReplicaLine> rows = table.selection().get();
    if (rows.size() != 1) {
      return;
    }
    ReplicaLine line = rows.getFirst();
    detail.show(line.scene().instance().name(), text(line), facts(line));
    if (split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.45);
    }
  }

  /// Errors with what to do, then the workers.
  private static String text(ReplicaLine line) {
    Optional<ReplicaChannel> channel = line.channel();
    if (channel.isEmpty()) {
      return "-- it applies changes of nobody";
    }
    var text = new StringBuilder(errant(line));
    for (ReplicaChannel.Error error : channel.get().errors()) {
      text.append("-- ")
          .append(error.where())
          .append(", error ")
          .append(error.number())
          .append('\n')
          .append(comment(error.text()))
          .append('\n');
      Advice.on(error.number(), error.text())
          .ifPresent(advice -> text.append("-- What to do: ").append(comment(advice).substring(3)));
      text.append("\n\n");
    }
    if (!channel.get().workers().isEmpty()) {
      text.append("-- workers\n");
      for (ReplicaWorker worker : channel.get().workers()) {
        text.append(
            "-- %3d  %-7s %s %s%n"
                .formatted(
                    worker.id(),
                    worker.running() ? worker.busy() ? "applies" : "waits" : "STOPPED",
                    worker.transaction(),
                    worker.errorNumber() == 0 ? "" : "error " + worker.errorNumber()));
      }
    }
    return text.isEmpty() ? "-- no error" : text.toString().strip();
  }

  private static String errant(ReplicaLine line) {
    return line.place().errant() == 0
        ? ""
        : "-- errant transactions of its own: "
            + line.place().errantSet()
            + "\n-- What to do: find out who wrote here (super_read_only keeps them off), and apply or"
            + " undo them on\n-- the source. After a switch-over they would spread or break"
            + " replication.\n\n";
  }

  private static String comment(String words) {
    return "-- " + words.strip().replace("\n", "\n-- ");
  }

  private static List<String> facts(ReplicaLine line) {
    var facts = new ArrayList<String>();
    facts.addAll(List.of("Address", line.scene().instance().address()));
    facts.addAll(List.of("Read only", line.scene().readOnly() ? "yes" : "no"));
    line.channel()
        .ifPresent(
            channel -> {
              facts.addAll(List.of("Channel", channel.name()));
              facts.addAll(List.of("Source", channel.source()));
              facts.addAll(List.of("As", channel.user()));
              facts.addAll(List.of("Receiver", channel.receiver()));
              facts.addAll(List.of("Applier", channel.applying() ? "Yes" : "No"));
              facts.addAll(List.of("State", channel.state()));
              facts.addAll(List.of("Behind by the server", seconds(channel.behindS())));
              facts.addAll(List.of("Behind by heartbeat", seconds(channel.heartbeatS())));
              facts.addAll(
                  List.of(
                      "Received, not applied",
                      channel.toApply().isPresent()
                          ? "%,d transactions".formatted(channel.toApply().getAsLong())
                          : ""));
              facts.addAll(
                  List.of(
                      "Delay on purpose", channel.delayS() == 0 ? "" : channel.delayS() + " s"));
              facts.addAll(List.of("Auto position", channel.autoPosition() ? "yes" : "no"));
              facts.addAll(List.of("Relay log", "%,d bytes".formatted(channel.relayBytes())));
              facts.addAll(List.of("Received to", channel.readTo()));
              facts.addAll(List.of("Applied to", channel.appliedTo()));
            });
    if (line.place().missing().isPresent()) {
      facts.addAll(
          List.of("Missing of the source", "%,d".formatted(line.place().missing().getAsLong())));
    }
    if (line.place().errant() > 0) {
      facts.addAll(
          List.of(
              "Errant",
              "%,d that its source does not have: %s"
                  .formatted(line.place().errant(), line.place().errantSet())));
    }
    facts.addAll(List.of("Executed", line.scene().executed()));
    return facts;
  }

  private static String seconds(java.util.OptionalLong value) {
    return value.isPresent() ? value.getAsLong() + " s" : "";
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
    table.selection().removeListener(picked);
    detail.close();
    table.close();
  }
}
