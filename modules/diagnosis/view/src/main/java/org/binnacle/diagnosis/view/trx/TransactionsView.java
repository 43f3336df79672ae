package org.binnacle.diagnosis.view.trx;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.diagnosis.view.instance.FactsPane;
import org.binnacle.diagnosis.view.instance.Feed;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Point;
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

/// Open transactions, oldest first, with all the statements that the server remembers of each.
public final class TransactionsView implements InstanceView {
  private static final String WHAT = "transactions";

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final long OLD_US = 60_000_000;
  private static final long VERY_OLD_US = 300_000_000;

  private final Scope scope;
  private final ViewHead head;
  private final LiveTable<OpenTrx, String> table;
  private final FactsPane detail = new FactsPane(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final Feed<TrxScene> feed;
  private final Rewind<List<Rounds.Seen<TrxScene>>> rewind;
  private final HistoryTrend history;
  private final TrxKills kills;
  private final InvalidationListener picked = change -> showPicked();

  public TransactionsView(Scope scope) {
    this.scope = scope;
    head = new ViewHead(scope.kit());
    history = new HistoryTrend(scope);
    head.tools(history);
    table =
        new LiveTable<>(
            scope.merged() ? "transactions.merged" : "transactions",
            trx -> trx.instance().id() + " " + trx.trxId(),
            TrxColumns.all(scope.merged()),
            scope.kit().settings());
    table.sortFirst("age", true);
    table.states(TransactionsView::states);
    table.whenEmpty(Placeholder.loading("Looking at transactions"));
    table.menu(this::menu);
    FillColumn.attach(table.view(), "sql", 200);
    table.selection().addListener(picked);
    rewind =
        new Rewind<>(scope, scope.looks().transactions(), this::seen, this::live, Optional::empty);
    feed =
        new Feed<>(
            onRound ->
                scope
                    .kit()
                    .diagnosis()
                    .watchTransactions(
                        scope.instances(),
                        EVERY,
                        seen -> {
                          scope.looks().transactions(scope.clock().instant(), seen);
                          onRound.accept(seen);
                        }),
            this::seen,
            rewind::isFrozen);
    head.onLookNow(feed::now);
    head.standing(rewind, "transactions");
    kills = new TrxKills(scope.kit(), table, head, feed::now);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    head.greys(split);
    root.setTop(head);
    root.setCenter(split);
    root.getStyleClass().add("transactions-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    PlainKeys.attach(root, this::used);
  }

  private static Set<PseudoClass> states(OpenTrx trx) {
    if (trx.waitUs() >= 0) {
      return Set.of(States.BLOCKED);
    }
    if (trx.idle()) {
      return Set.of(States.IDLE_TRX);
    }
    return trx.ageUs() >= VERY_OLD_US
        ? Set.of(States.VERY_SLOW)
        : trx.ageUs() >= OLD_US ? Set.of(States.SLOW) : Set.of();
  }

  private boolean used(KeyEvent event) {
    if (!PlainKeys.plain(event)) {
      return false;
    }
    if (rewind.used(event)) {
      return true;
    }
    return switch (event.getCode()) {
      case K -> run(() -> kills.ask(event.isShiftDown() ? Verb.CONNECTION : Verb.QUERY));
      case L -> run(this::toLocks);
      case X -> TableExport.used(event, scope.kit(), table, WHAT);
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

  private void seen(List<Rounds.Seen<TrxScene>> seen) {
    List<TrxScene> scenes = seen.stream().flatMap(one -> one.value().stream()).toList();
    head.seen(seen, "INNODB_TRX", EVERY);
    head.notes(scenes.stream().flatMap(one -> one.notes().stream()).distinct().toList());
    List<Denied> denied = scenes.stream().flatMap(one -> one.denied().stream()).toList();
    head.denied(
        denied.stream().map(Denied::what).toList(), denied.stream().map(Denied::grant).toList());
    List<OpenTrx> all = scenes.stream().flatMap(one -> one.transactions().stream()).toList();
    long old = all.stream().filter(trx -> trx.ageUs() >= OLD_US).count();
    badge.set(old == 0 ? "" : String.valueOf(old));
    head.summary(
        scenes.size() == 1
            ? capital(scenes.getFirst().summary())
            : "%,d open transactions on %,d instances".formatted(all.size(), scenes.size()));
    if (!rewind.isFrozen()) {
      scenes.forEach(history::add);
    }
    table.rows(all);
    if (!scenes.isEmpty() && all.isEmpty()) {
      table.whenEmpty(
          Placeholder.of(
              "mdi2c-check-circle-outline",
              "No open transaction",
              denied.isEmpty()
                  ? "Nobody has a transaction of InnoDB open now."
                  : "This account may not see transactions."));
    }
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private List<MenuItem> menu(List<OpenTrx> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    if (scope.kit().recorded().isPresent()) {
      return List.of(
          item("Who waits for it   (l)", this::toLocks),
          TableExport.item(scope.kit(), table, WHAT));
    }
    return List.of(
        item("Kill query...   (k)", () -> kills.ask(Verb.QUERY)),
        item("Kill connection...   (K)", () -> kills.ask(Verb.CONNECTION)),
        item("Who waits for it   (l)", this::toLocks),
        TableExport.item(scope.kit(), table, WHAT));
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void toLocks() {
    table.selection().get().stream()
        .findFirst()
        .ifPresent(trx -> scope.show("locks", new Point(trx.instance(), trx.connectionId())));
  }

  private void showPicked() {
    List<OpenTrx> rows = table.selection().get();
    if (rows.size() != 1) {
      return;
    }
    OpenTrx trx = rows.getFirst();
    detail.show(
        "#%d  %s  %s".formatted(trx.connectionId(), trx.account(), trx.doing()),
        TrxFacts.statements(trx),
        TrxFacts.facts(trx));
    if (split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.6);
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
    table.shown().stream()
        .filter(trx -> trx.connectionId() == at.connectionId())
        .findFirst()
        .ifPresent(trx -> table.select(Set.of(trx.instance().id() + " " + trx.trxId())));
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
    return "transactions";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    head.start();
    feed.start();
    history.shown();
  }

  @Override
  public void hidden() {
    head.stop();
    feed.stop();
    history.hidden();
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public void close() {
    hidden();
    rewind.close();
    kills.close();
    history.close();
    table.selection().removeListener(picked);
    detail.close();
    table.close();
  }
}
