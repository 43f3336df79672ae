package org.binnacle.diagnosis.view.topsql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.Missing;
import org.binnacle.diagnosis.topsql.StatementKey;
import org.binnacle.diagnosis.topsql.TopRow;
import org.binnacle.diagnosis.topsql.TopSqlWatch;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Severity;

/// Top SQL of an instance, or merged over a cluster: what loaded it in the last minutes, counted
/// from its digests each ten seconds.
public final class TopSqlView implements InstanceView {
  private final Scope scope;
  private final Kit kit;
  private final LiveTable<TopRow, StatementKey> table;
  private final ChoiceBox<Window> window = new ChoiceBox<>();
  private final TextField search = new TextField();
  private final Label figures = new Label();
  private final MessageBar message = new MessageBar();
  private final StatementPane detail;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final Consumer<Boolean> news = FxThread.latest(seen -> show());
  private final InvalidationListener picked = seen -> showPicked();
  private Optional<TopSqlWatch> watch = Optional.empty();
  private boolean waiting;

  /// What stretch of time is shown.
  private enum Window {
    MINUTE("last minute", Duration.ofMinutes(1)),
    FIVE("last 5 minutes", Duration.ofMinutes(5)),
    FIFTEEN("last 15 minutes", Duration.ofMinutes(15)),
    HOUR("last hour", Duration.ofMinutes(60)),
    START("since the server counts", Duration.ZERO);

    private final String words;
    private final Duration length;

    Window(String words, Duration length) {
      this.words = words;
      this.length = length;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public TopSqlView(Scope scope) {
    FxThread.check();
    this.scope = scope;
    this.kit = scope.kit();
    this.detail = new StatementPane(this::explain);
    table = new LiveTable<>("top-sql.table", TopRow::key, TopSqlColumns.all(), kit.settings());
    table.states(TopSqlColumns::states);
    table.sortFirst("load", true);
    table.menu(this::menu);
    table.whenEmpty(Placeholder.loading("Counting: the first figures come after ten seconds"));
    table.onClearFilter(search::clear);
    window.getItems().addAll(Window.values());
    window.setValue(Window.FIVE);
    window.valueProperty().addListener((seen, was, is) -> show());
    search.setPromptText("Filter statements and schemas");
    search.textProperty().addListener((seen, was, is) -> table.filter(row -> fits(row, is)));
    HBox.setHgrow(search, Priority.ALWAYS);
    figures.getStyleClass().add("muted");
    figures.setMinWidth(Region.USE_PREF_SIZE);
    detail.plans(kit.recorded().isEmpty());
    window.setVisible(kit.recorded().isEmpty());
    window.setManaged(kit.recorded().isEmpty());
    var bar = new HBox(search, figures, window);
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(new VBox(bar, message));
    root.setCenter(split);
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    table.selection().addListener(picked);
  }

  private static boolean fits(TopRow row, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || row.text().text().toLowerCase(Locale.ROOT).contains(wanted)
        || row.key().schema().toLowerCase(Locale.ROOT).contains(wanted)
        || row.key().digest().startsWith(wanted);
  }

  private Optional<TopWindow> seen() {
    Window chosen = window.getValue();
    return watch.flatMap(
        on -> {
          TopWindow lately = on.window(chosen.length);
          // What the server has counted by itself is there at once.
          waiting =
              chosen != Window.START
                  && lately.measured().isZero()
                  && lately.missing().isEmpty()
                  && lately.gaps().isEmpty();
          return chosen == Window.START || waiting
              ? on.sinceStart().or(() -> Optional.of(lately))
              : Optional.of(lately);
        });
  }

  private void show() {
    FxThread.check();
    Optional<TopWindow> now = seen();
    if (now.isEmpty()) {
      return;
    }
    TopWindow seen = now.get();
    boolean nothing = seen.missing().size() == scope.instances().size();
    if (nothing) {
      Missing why = seen.missing().getFirst();
      table.whenEmpty(Placeholder.of("mdi2c-counter", why.words(), why.remedy()));
    } else if (seen.measured().isZero()) {
      table.whenEmpty(Placeholder.loading("Counting: the first figures come after ten seconds"));
    } else {
      table.whenEmpty(
          Placeholder.of("mdi2c-counter", "No statement ended", "Nothing ran in this time."));
    }
    table.rows(seen.rows());
    figures.setText(
        seen.measured().isZero()
            ? ""
            : "load %.2f   %,d statements   %s measured"
                .formatted(
                    seen.load(),
                    seen.rows().size(),
                    Span.words(seen.measured().toMillis() * 1_000)));
    remarks(seen, nothing);
    showPicked();
  }

  private void remarks(TopWindow seen, boolean nothing) {
    var words = new ArrayList<String>();
    if (waiting && !nothing) {
      words.add(
          "All that the server has counted since its digests were emptied. The figures of the %s"
                  .formatted(window.getValue())
              + " come in a few seconds.");
    }
    if (!nothing) {
      seen.missing().stream().map(why -> why.words() + " " + why.remedy()).forEach(words::add);
    }
    seen.gaps().stream().distinct().map(gap -> "A gap: " + gap + ".").forEach(words::add);
    if (seen.lost() > 0 || !seen.others().isZero()) {
      words.add(
          "The digest table is full: %,d statements are counted under no digest."
              .formatted(Math.max(seen.lost(), seen.others().count())));
    }
    if (words.isEmpty()) {
      message.clear();
    } else {
      message.show(Severity.NOTICE, String.join("  ", words));
    }
  }

  private void showPicked() {
    List<TopRow> selected = table.selection().get();
    boolean one = selected.size() == 1;
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

  private List<MenuItem> menu(List<TopRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    items.add(item("Copy statement", () -> copy(rows)));
    if (rows.size() == 1
        && kit.recorded().isEmpty()
        && !rows.getFirst().text().sample().isEmpty()) {
      items.add(item("Explain the sample...", () -> explain(rows.getFirst())));
    }
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void copy(List<TopRow> rows) {
    var content = new ClipboardContent();
    content.putString(String.join(";\n", rows.stream().map(TopSqlColumns::statement).toList()));
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(table.view(), Severity.OK, "Statement copied");
  }

  private void explain(TopRow row) {
    String sql = row.text().sample().isEmpty() ? row.text().text() : row.text().sample();
    kit.explains().statement(scope.instances().getFirst(), row.key().schema(), sql);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    watch.ifPresent(on -> on.rest(false));
    if (watch.isEmpty()) {
      watch = kit.topSql().map(topSql -> topSql.watch(scope.instances(), () -> news.accept(true)));
      if (watch.isEmpty()) {
        table.whenEmpty(
            Placeholder.of("mdi2c-counter", "Not counted here", "This run counts no statements."));
      }
    }
  }

  /// Counting goes on at a slow pace: the last hour is wanted when it comes back.
  @Override
  public void hidden() {
    watch.ifPresent(on -> on.rest(true));
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  @Override
  public String help() {
    return "top-sql";
  }

  @Override
  public void close() {
    FxThread.check();
    watch.ifPresent(TopSqlWatch::close);
    table.selection().removeListener(picked);
    detail.close();
    table.close();
  }
}
