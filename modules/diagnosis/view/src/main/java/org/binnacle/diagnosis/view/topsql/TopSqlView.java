package org.binnacle.diagnosis.view.topsql;

import java.time.Instant;
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
import org.binnacle.diagnosis.past.Past;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.StatementText;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TableExport;
import org.binnacle.diagnosis.view.instance.TimeBar;
import org.binnacle.diagnosis.view.topsql.StatementActs.Statement;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Top SQL of an instance, or merged over a cluster: what loaded it in the last minutes, counted
/// from its digests each ten seconds, or in hours that are kept; and what changed against another
/// time.
public final class TopSqlView implements InstanceView {
  /// What to search for to see Binnacle's own statements.
  private static final String OWN = "binnacle";

  private final Scope scope;
  private final Kit kit;
  private final LiveTable<TopRow, StatementKey> table;
  private final ChangesTable changes;
  private final TopSqlBar bar;
  private final MessageBar message = new MessageBar();
  private final StatementPane detail;
  private final StatementActs acts;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final Consumer<Boolean> news = FxThread.latest(seen -> fresh());
  private final Rewind<Object> rewind;
  private final TimeBar time;
  private final InvalidationListener picked = seen -> showPicked();
  private final Questions history = new Questions("history of top SQL");
  private Optional<TopSqlWatch> watch = Optional.empty();
  private final Runnable unmarked;
  private final SampledNow sampled;
  private final WindowText told;
  private boolean shown;

  public TopSqlView(Scope scope) {
    FxThread.check();
    this.scope = scope;
    this.kit = scope.kit();
    sampled = new SampledNow(scope, this::show);
    acts = new StatementActs(scope, root, this::home, this::export);
    this.detail = new StatementPane(row -> acts.explain(new Statement(row.key(), row.text())));
    table = new LiveTable<>("top-sql.table", TopRow::key, TopSqlColumns.all(), kit.settings());
    table.states(TopSqlColumns::states);
    table.sortFirst("load", true);
    FillColumn.attach(table.view(), "statement", 260);
    table.menu(
        rows -> acts.menu(rows.stream().map(row -> new Statement(row.key(), row.text())).toList()));
    Nothing.yet(table);
    changes = new ChangesTable(acts, kit.settings());
    rewind = new Rewind<>(scope, Past.none(), none -> {}, this::show, Optional::empty);
    time = new TimeBar(rewind, "top-sql");
    rewind.at().addListener((seen, was, is) -> time.tell());
    bar = new TopSqlBar(scope.moments(), rewind, this::changed, this::export);
    told = new WindowText(scope.instances(), table, changes, bar, message, this::sample);
    unmarked = scope.moments().onChange(this::marked);
    detail.plans(kit.recorded().isEmpty());
    bar.times(kit.recorded().isEmpty());
    bar.search.textProperty().addListener((seen, was, is) -> filter(is));
    table.onClearFilter(bar.search::clear);
    changes.live().onClearFilter(bar.search::clear);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(new VBox(bar, message, time));
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
          return mine
              || rewind.used(event)
              || (event.getCode() == KeyCode.ESCAPE && rewind.leave());
        });
  }

  private void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    table.filter(row -> fits(row.key(), row.text(), wanted));
    changes.live().filter(row -> fits(row.key(), row.text(), wanted));
    if (told.own(wanted.equals(OWN))) {
      show();
    }
  }

  private static boolean fits(StatementKey key, StatementText text, String wanted) {
    if (wanted.equals(OWN)) {
      return text.ours();
    }
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
    Node wanted = comparing() ? changes.live().view() : table.view();
    if (!split.getItems().getFirst().equals(wanted)) {
      split.getItems().setAll(wanted);
      changes.comparing();
    }
    show();
  }

  private void marked() {
    if (bar.window() == Window.MARKS) {
      show();
    }
  }

  /// Counting goes on while the view stands still.
  private void fresh() {
    if (!rewind.isFrozen()) {
      show();
    }
  }

  @Override
  public Optional<Instant> moment() {
    return rewind.at().get();
  }

  private void show() {
    FxThread.check();
    if (watch.isEmpty() || kit.topSql().isEmpty() || !shown) {
      return;
    }
    Optional<TimeSpan> span = bar.span(moment().orElseGet(Instant::now));
    if (span.isEmpty()) {
      history.drop();
      message.show(Severity.WARNING, bar.wanted());
      // Rows of another time would be taken for those of the wanted one.
      Nothing.chosen(comparing() ? changes.live() : table);
      bar.figures("");
      return;
    }
    if (bar.window() == Window.SAMPLED) {
      history.drop();
      sampled.start();
      sampled
          .window()
          .ifPresentOrElse(
              seen -> rows(seen, List.of(SampledNow.WORDS)), () -> Nothing.sampling(table));
      return;
    }
    sampled.stop();
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
            || (bar.window() == Window.MARKS && Gathered.old(wanted))
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
    told.pair(pair, () -> watch.flatMap(TopSqlWatch::sinceStart));
    showPicked();
  }

  private void rows(TopWindow all, List<String> first) {
    told.rows(all, first);
    showPicked();
  }

  private void sample() {
    bar.choose(Window.SAMPLED);
  }

  private void showPicked() {
    List<TopRow> selected = table.selection().get();
    boolean one = selected.size() == 1 && !comparing();
    if (one) {
      TopRow row = selected.getFirst();
      boolean live = kit.recorded().isEmpty() && bar.window() != Window.SAMPLED;
      if (live && row.text().sample().isEmpty()) {
        watch.ifPresent(on -> on.seek(row.key()));
      }
      detail.show(row, watch.map(on -> on.loads(row.key())).orElse(List.of()), live);
    }
    if (one && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.62);
    } else if (!one && split.getItems().size() > 1) {
      split.getItems().remove(1);
    }
  }

  private InstanceRef home(StatementKey key) {
    return watch.flatMap(on -> on.busiest(key)).orElse(scope.instances().getFirst());
  }

  private void export() {
    if (comparing()) {
      TableExport.ask(kit, changes.live(), "top sql changes");
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
        Nothing.counted(table);
      }
    }
    show();
  }

  /// Counting goes on at a slow pace: the last hour is wanted when it comes back.
  @Override
  public void hidden() {
    shown = false;
    history.drop();
    sampled.stop();
    watch.ifPresent(on -> on.rest(true));
  }

  @Override
  public void focus() {
    (comparing() ? changes.live().view() : table.view()).requestFocus();
  }

  @Override
  public String help() {
    return "top-sql";
  }

  @Override
  public void close() {
    FxThread.check();
    history.close();
    rewind.close();
    unmarked.run();
    sampled.close();
    watch.ifPresent(TopSqlWatch::close);
    table.selection().removeListener(picked);
    detail.close();
    table.close();
    changes.close();
  }
}
