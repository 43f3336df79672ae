package org.binnacle.diagnosis.view.topsql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.topsql.Changes;
import org.binnacle.diagnosis.topsql.Changes.Change;
import org.binnacle.diagnosis.topsql.Missing;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TableExport;
import org.binnacle.diagnosis.view.topsql.StatementActs.Statement;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Top SQL of an instance, or merged over a cluster: what loaded it in the last minutes, counted
/// from its digests each ten seconds, or in hours that are kept; and what changed against another
/// time.
public final class TopSqlView implements InstanceView {
  private final Scope scope;
  private final Kit kit;
  private final LiveTable<TopRow, StatementKey> table;
  private final LiveTable<Change, StatementKey> changes;
  private final TopSqlBar bar;
  private final MessageBar message = new MessageBar();
  private final StatementPane detail;
  private final StatementActs acts;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final Consumer<Boolean> news = FxThread.latest(seen -> show());
  private final InvalidationListener picked = seen -> showPicked();
  private final Questions history = new Questions("history of top SQL");
  private Optional<TopSqlWatch> watch = Optional.empty();
  private boolean shown;

  public TopSqlView(Scope scope) {
    FxThread.check();
    this.scope = scope;
    this.kit = scope.kit();
    acts = new StatementActs(scope, root, this::export);
    this.detail = new StatementPane(row -> acts.explain(new Statement(row.key(), row.text())));
    table = new LiveTable<>("top-sql.table", TopRow::key, TopSqlColumns.all(), kit.settings());
    table.states(TopSqlColumns::states);
    table.sortFirst("load", true);
    FillColumn.attach(table.view(), "statement", 260);
    table.menu(
        rows -> acts.menu(rows.stream().map(row -> new Statement(row.key(), row.text())).toList()));
    table.whenEmpty(Placeholder.loading("Counting: the first figures come after ten seconds"));
    changes = new LiveTable<>("top-sql.changes", Change::key, ChangeColumns.all(), kit.settings());
    changes.states(ChangeColumns::states);
    changes.sortFirst("difference", true);
    FillColumn.attach(changes.view(), "statement", 240);
    changes.menu(
        rows -> acts.menu(rows.stream().map(row -> new Statement(row.key(), row.text())).toList()));
    bar = new TopSqlBar(this::changed, this::export);
    detail.plans(kit.recorded().isEmpty());
    bar.times(kit.recorded().isEmpty());
    bar.search.textProperty().addListener((seen, was, is) -> filter(is));
    table.onClearFilter(bar.search::clear);
    changes.onClearFilter(bar.search::clear);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(new VBox(bar, message));
    root.setCenter(split);
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    table.selection().addListener(picked);
    PlainKeys.attach(
        root,
        event -> {
          boolean mine = PlainKeys.plain(event) && event.getCode() == KeyCode.X;
          if (mine) {
            export();
          }
          return mine;
        });
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    table.filter(row -> fits(row.key(), row.text(), wanted));
    changes.filter(row -> fits(row.key(), row.text(), wanted));
  }

  private static boolean fits(StatementKey key, StatementText text, String wanted) {
    return wanted.isEmpty()
        || text.text().toLowerCase(Locale.ROOT).contains(wanted)
        || key.schema().toLowerCase(Locale.ROOT).contains(wanted)
        || key.digest().startsWith(wanted);
  }

  private boolean comparing() {
    return bar.versus() != Versus.NOTHING;
  }

  /// Another time or comparison is wanted.
  private void changed() {
    Node wanted = comparing() ? changes.view() : table.view();
    if (!split.getItems().getFirst().equals(wanted)) {
      split.getItems().setAll(wanted);
      changes.whenEmpty(Placeholder.loading("Comparing"));
      changes.rows(List.of());
    }
    show();
  }

  private void show() {
    FxThread.check();
    if (watch.isEmpty() || kit.topSql().isEmpty() || !shown) {
      return;
    }
    Optional<TimeSpan> span = bar.span(Instant.now());
    if (span.isEmpty()) {
      history.drop();
      message.show(
          Severity.WARNING,
          "From and to are wanted, such as 10:00 - 11:00 or 2026-11-27 10:00 - 11:30.");
      return;
    }
    if (bar.window() == Window.START) {
      history.drop();
      watch.get().sinceStart().ifPresent(seen -> rows(seen, List.of()));
      return;
    }
    var gathered = new Gathered(kit.topSql().get(), watch.get(), scope.instances());
    TimeSpan wanted = span.get();
    Versus versus = bar.versus();
    boolean old =
        bar.window() == Window.KEPT
            || (comparing() && Gathered.old(wanted.earlier(versus.earlier(wanted))));
    if (old) {
      history.ask(() -> gathered.pair(wanted, versus), this::answered);
    } else {
      history.drop();
      pair(gathered.pair(wanted, versus));
    }
  }

  private void answered(Outcome<Gathered.Pair> outcome) {
    switch (outcome) {
      case Outcome.Ok<Gathered.Pair>(Gathered.Pair pair) -> pair(pair);
      case Outcome.Failed<Gathered.Pair>(var fault) -> message.show(fault, kit.words());
    }
  }

  private void pair(Gathered.Pair pair) {
    if (pair.before().isPresent()) {
      compared(pair.now(), pair.before().get());
      return;
    }
    TopWindow lately = pair.now();
    boolean waiting =
        bar.window() != Window.KEPT
            && lately.measured().isZero()
            && lately.missing().isEmpty()
            && lately.gaps().isEmpty();
    Optional<TopWindow> start = waiting ? watch.flatMap(TopSqlWatch::sinceStart) : Optional.empty();
    // What the server has counted by itself is there at once.
    rows(
        start.orElse(lately),
        start.isEmpty()
            ? List.of()
            : List.of(
                "All that the server has counted since its digests were emptied. The figures of"
                    + " the %s come in a few seconds.".formatted(bar.window())));
  }

  private void rows(TopWindow seen, List<String> first) {
    boolean nothing = !empty(table, seen);
    table.rows(seen.rows());
    bar.figures(Remarks.figures(seen));
    tell(first, Remarks.of(seen, !nothing));
    showPicked();
  }

  /// @return whether some instance tells something
  private boolean empty(LiveTable<?, ?> of, TopWindow seen) {
    boolean nothing = seen.missing().size() == scope.instances().size();
    if (nothing) {
      Missing why = seen.missing().getFirst();
      of.whenEmpty(Placeholder.of("mdi2c-counter", why.words(), why.remedy()));
    } else if (seen.measured().isZero() && bar.window() != Window.KEPT) {
      of.whenEmpty(Placeholder.loading("Counting: the first figures come after ten seconds"));
    } else if (seen.measured().isZero()) {
      of.whenEmpty(
          Placeholder.of(
              "mdi2c-counter",
              "Nothing was kept of that time",
              "Statements are kept while this view is open, or in the back of an open tab."));
    } else {
      of.whenEmpty(
          Placeholder.of("mdi2c-counter", "No statement ended", "Nothing ran in this time."));
    }
    return !nothing;
  }

  private void compared(TopWindow now, TopWindow before) {
    boolean told = empty(changes, now);
    boolean measured = !now.measured().isZero() && !before.measured().isZero();
    var words = new ArrayList<String>();
    if (measured) {
      List<Change> found = Changes.of(before, now);
      changes.rows(found);
      bar.figures(
          "load %.2f, was %.2f   %s"
              .formatted(now.load(), before.load(), ChangeColumns.summary(found)));
      before.gaps().stream()
          .distinct()
          .map(gap -> "A gap in the time before: " + gap + ".")
          .forEach(words::add);
    } else {
      changes.rows(List.of());
      bar.figures("");
      if (told && !now.measured().isZero()) {
        changes.whenEmpty(
            Placeholder.of(
                "mdi2c-compare-horizontal",
                "Nothing is known of the time before",
                "Statements are counted from the moment this view was opened, and kept by the"
                    + " hour. Choose another time, or wait."));
      }
    }
    tell(words, Remarks.of(now, told));
  }

  private void tell(List<String> first, List<String> then) {
    var words = new ArrayList<>(first);
    words.addAll(then);
    if (words.isEmpty()) {
      message.clear();
    } else {
      message.show(Severity.NOTICE, String.join("  ", words));
    }
  }

  private void showPicked() {
    List<TopRow> selected = table.selection().get();
    boolean one = selected.size() == 1 && !comparing();
    if (one) {
      TopRow row = selected.getFirst();
      detail.show(row, watch.map(on -> on.loads(row.key())).orElse(List.of()));
    }
    if (one && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.62);
    } else if (!one && split.getItems().size() > 1) {
      split.getItems().remove(1);
    }
  }

  private void export() {
    if (comparing()) {
      TableExport.ask(kit, changes, "top sql changes");
    } else {
      TableExport.ask(kit, table, "top sql");
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    shown = true;
    watch.ifPresent(on -> on.rest(false));
    if (watch.isEmpty()) {
      watch = kit.topSql().map(topSql -> topSql.watch(scope.instances(), () -> news.accept(true)));
      if (watch.isEmpty()) {
        table.whenEmpty(
            Placeholder.of("mdi2c-counter", "Not counted here", "This run counts no statements."));
      }
    }
    show();
  }

  /// Counting goes on at a slow pace: the last hour is wanted when it comes back.
  @Override
  public void hidden() {
    shown = false;
    history.drop();
    watch.ifPresent(on -> on.rest(true));
  }

  @Override
  public void focus() {
    (comparing() ? changes.view() : table.view()).requestFocus();
  }

  @Override
  public String help() {
    return "top-sql";
  }

  @Override
  public void close() {
    FxThread.check();
    history.close();
    watch.ifPresent(TopSqlWatch::close);
    table.selection().removeListener(picked);
    detail.close();
    table.close();
    changes.close();
  }
}
