package org.binnacle.diagnosis.view.innodb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.innodb.InnoDbScene;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TableExport;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Severity;

/// How InnoDB does: six figures large, all of them in a table with what is unusual about each, and
/// the text of its monitor on a button.
public final class InnoDbView implements InstanceView {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Scope scope;
  private final ViewHead head;
  private final LiveTable<InnoDbLine, String> table;
  private final List<Tile> tiles =
      List.of(
          new Tile("Buffer pool hits", "pool.hit"),
          new Tile("Dirty pages", "pool.dirty"),
          new Tile("Checkpoint age", "redo.age"),
          new Tile("Redo written", "redo.written"),
          new Tile("History list", "purge.history"),
          new Tile("Waiting for row locks", "locks.waiting"));
  private final FigureFilter filter;
  private final MonitorText monitor;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<InnoDbScene> feed;
  private final Rewind<List<Rounds.Seen<InnoDbScene>>> rewind;

  public InnoDbView(Scope scope) {
    FxThread.check();
    this.scope = scope;
    head = new ViewHead(scope.kit());
    table =
        new LiveTable<>(
            scope.merged() ? "innodb.merged" : "innodb",
            InnoDbLine::key,
            InnoDbColumns.all(scope.merged()),
            scope.kit().settings());
    table.sortFirst("group", false);
    table.states(InnoDbColumns::states);
    table.whenEmpty(Placeholder.loading("Looking at InnoDB"));
    filter = new FigureFilter(table::filter);
    table.onClearFilter(filter::clear);
    FillColumn.attach(table.view(), "words", 260);
    rewind = new Rewind<>(scope, scope.looks().innodb(), this::seen, this::live, this::newest);
    feed =
        new Feed<>(
            onRound ->
                scope
                    .kit()
                    .diagnosis()
                    .innodb()
                    .watch(
                        scope.instances(),
                        EVERY,
                        seen -> {
                          scope.looks().innodb(scope.clock().instant(), seen);
                          onRound.accept(seen);
                        }),
            this::seen,
            rewind::isFrozen);
    head.onLookNow(feed::now);
    head.standing(rewind, "innodb");
    monitor = new MonitorText(scope.kit(), rewind, head, split);
    Button text =
        Icons.button(
            "mdi2t-text-box-outline",
            "InnoDB status",
            "The text of SHOW ENGINE INNODB STATUS (t)",
            this::text);
    text.setId("innodb-status");
    head.tools(
        text,
        Icons.button(
            "mdi2e-export",
            "Export the figures (x)",
            () -> TableExport.ask(scope.kit(), table, "innodb")));
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    head.greys(split);
    root.setTop(top());
    root.setCenter(split);
    root.getStyleClass().add("innodb-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    PlainKeys.attach(root, this::used);
  }

  private VBox top() {
    var top = new VBox(head);
    if (!scope.merged()) {
      var row = new HBox();
      row.getStyleClass().add("tiles");
      row.getChildren().addAll(tiles);
      top.getChildren().add(row);
    }
    top.getChildren().add(filter);
    return top;
  }

  private boolean used(KeyEvent event) {
    if (!PlainKeys.plain(event)) {
      return false;
    }
    if (rewind.used(event)) {
      return true;
    }
    return switch (event.getCode()) {
      case T -> run(this::text);
      case X -> run(() -> TableExport.ask(scope.kit(), table, "innodb"));
      case ESCAPE -> monitor.hide() || rewind.leave();
      default -> false;
    };
  }

  /// Of the selected instance, else of the first one.
  private void text() {
    monitor.ask(
        table.selection().get().stream()
            .findFirst()
            .map(InnoDbLine::instance)
            .orElse(scope.instances().getFirst()));
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  private void live() {
    feed.release();
  }

  private Optional<Instant> newest() {
    return feed.newest();
  }

  private void seen(List<Rounds.Seen<InnoDbScene>> seen) {
    List<InnoDbScene> scenes = seen.stream().flatMap(one -> one.value().stream()).toList();
    head.seen(seen, "status and INNODB_METRICS", EVERY);
    head.notes(notes(scenes));
    List<Denied> denied = scenes.stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    long many = scenes.stream().mapToLong(scene -> bad(scene)).sum();
    badge.set(many == 0 ? "" : String.valueOf(many));
    head.summary(summary(scenes));
    if (scenes.size() == 1) {
      tiles.forEach(tile -> tile.show(scenes.getFirst()));
    }
    table.rows(InnoDbLine.of(scenes));
  }

  private static long bad(InnoDbScene scene) {
    return scene.unusual().stream()
        .filter(one -> one.severity() != Severity.NOTICE && one.severity() != Severity.OK)
        .count();
  }

  private List<String> notes(List<InnoDbScene> scenes) {
    return scenes.stream()
        .flatMap(
            scene ->
                scene.notes().stream()
                    .map(note -> scope.merged() ? scene.instance().name() + ": " + note : note))
        .distinct()
        .toList();
  }

  private static String summary(List<InnoDbScene> scenes) {
    if (scenes.isEmpty()) {
      return "";
    }
    if (scenes.size() == 1) {
      String text = scenes.getFirst().summary();
      return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
    long troubled = scenes.stream().filter(scene -> bad(scene) > 0).count();
    return "%,d instances, %s"
        .formatted(
            scenes.size(),
            troubled == 0 ? "nothing unusual" : "%,d with something unusual".formatted(troubled));
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
    return "innodb";
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
    monitor.close();
    table.close();
  }
}
