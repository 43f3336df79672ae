package org.binnacle.diagnosis.view.deadlocks;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.deadlock.Deadlock;
import org.binnacle.diagnosis.deadlock.DeadlockScene;
import org.binnacle.diagnosis.deadlock.DeadlockTrx;
import org.binnacle.diagnosis.deadlock.WaitCycle;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.view.instance.FactsPane;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TableExport;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;

/// The deadlocks that were caught, newest first, each drawn as a cycle with its raw text below.
public final class DeadlocksView implements InstanceView {
  private static final String WHAT = "deadlocks";
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final DateTimeFormatter SEEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private final ViewHead head;
  private final LiveTable<DeadlockScene.Seen, String> table;
  private final FactsPane detail = new FactsPane(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<DeadlockScene> feed;
  private final InvalidationListener picked = change -> showPicked();

  public DeadlocksView(Scope scope) {
    head = new ViewHead(scope.kit());
    table =
        new LiveTable<>(
            "deadlocks",
            seen -> seen.instance().id() + " " + seen.deadlock().fingerprint(),
            columns(scope.merged()),
            scope.kit().settings());
    table.sortFirst("seen", true);
    table.whenEmpty(Placeholder.loading("Looking for deadlocks"));
    FillColumn.attach(table.view(), "sql", 220);
    table.selection().addListener(picked);
    feed =
        new Feed<>(
            onRound -> scope.kit().diagnosis().watchDeadlocks(scope.instances(), EVERY, onRound),
            this::seen);
    head.onLookNow(feed::now);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    head.greys(split);
    root.setTop(head);
    root.setCenter(split);
    root.getStyleClass().add("deadlocks-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    table.menu(rows -> List.of(TableExport.item(scope.kit(), table, WHAT)));
    PlainKeys.attach(
        root,
        event ->
            TableExport.used(event, scope.kit(), table, WHAT)
                || (event.getCode() == KeyCode.ESCAPE && hideDetail()));
  }

  private static List<Column<DeadlockScene.Seen>> columns(boolean merged) {
    Column<DeadlockScene.Seen> instance =
        Column.<DeadlockScene.Seen>text("instance", "Instance", 100, one -> one.instance().name())
            .keepEnds();
    return List.of(
        Column.text("seen", "Seen", 150, one -> SEEN.format(one.seenAt())),
        merged ? instance : instance.hidden(),
        Column.text("at", "By the server", 150, one -> one.deadlock().at()),
        Column.text("who", "Sessions", 140, one -> words(one.deadlock())),
        Column.text("victim", "Rolled back", 100, one -> one.deadlock().victimWords()),
        Column.text("tables", "Tables", 200, one -> String.join(", ", one.deadlock().tables())),
        Column.<DeadlockScene.Seen>text("sql", "SQL", 300, one -> sql(one.deadlock())).mono());
  }

  private static String words(Deadlock deadlock) {
    return String.join(" ⇄ ", deadlock.transactions().stream().map(DeadlockTrx::words).toList());
  }

  private static String sql(Deadlock deadlock) {
    return String.join("  ⇄  ", deadlock.transactions().stream().map(DeadlockTrx::sql).toList());
  }

  private void seen(List<Rounds.Seen<DeadlockScene>> seen) {
    List<DeadlockScene> scenes = seen.stream().flatMap(one -> one.value().stream()).toList();
    head.seen(seen, "lock_deadlocks", EVERY);
    List<Denied> denied = scenes.stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    List<DeadlockScene.Seen> all =
        scenes.stream().flatMap(one -> one.deadlocks().stream()).toList();
    long counted = scenes.stream().mapToLong(scene -> Math.max(0, scene.counted())).sum();
    boolean told = scenes.stream().anyMatch(scene -> scene.counted() >= 0);
    badge.set(all.isEmpty() ? "" : String.valueOf(all.size()));
    head.summary(
        "%,d kept".formatted(all.size())
            + (told ? "; the server has counted %,d".formatted(counted) : ""));
    table.rows(all);
    if (!scenes.isEmpty() && all.isEmpty()) {
      table.whenEmpty(
          denied.isEmpty()
              ? Placeholder.of(
                  "mdi2c-check-circle-outline",
                  "No deadlock is known",
                  "InnoDB remembers none. One that comes is caught and kept.")
              : Placeholder.of(
                  "mdi2e-eye-off-outline",
                  "Deadlocks may not be seen",
                  "This account may not read what InnoDB remembers of them."));
    }
  }

  private void showPicked() {
    List<DeadlockScene.Seen> rows = table.selection().get();
    if (rows.size() != 1) {
      return;
    }
    DeadlockScene.Seen one = rows.getFirst();
    var facts = new ArrayList<String>();
    facts.addAll(List.of("Instance", one.instance().name()));
    facts.addAll(List.of("By the server", one.deadlock().at()));
    facts.addAll(List.of("Seen", SEEN.format(one.seenAt())));
    facts.addAll(List.of("Rolled back", one.deadlock().victimWords()));
    for (DeadlockTrx trx : one.deadlock().transactions()) {
      facts.addAll(
          List.of(
              trx.words(),
              "%s, open %d s%s"
                  .formatted(
                      trx.client(),
                      trx.activeS(),
                      trx.state().isEmpty() ? "" : ", " + trx.state())));
    }
    detail.show(
        "Deadlock of " + words(one.deadlock()),
        WaitCycle.text(one.deadlock())
            + "\n\n-- as InnoDB wrote it --\n"
            + one.deadlock().raw().strip(),
        facts);
    if (split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.35);
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
  public ObservableValue<String> badge() {
    return badge.getReadOnlyProperty();
  }

  @Override
  public String help() {
    return "deadlocks";
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
