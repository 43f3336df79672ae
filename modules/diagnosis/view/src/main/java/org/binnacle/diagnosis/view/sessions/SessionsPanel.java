package org.binnacle.diagnosis.view.sessions;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.Point;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// The process list of one instance, or of several merged, that refreshes itself.
public final class SessionsPanel implements InstanceView {
  private static final Duration TICK = Duration.millis(500);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Kit kit;
  private final SessionsModel model;
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final SessionStrip strip = new SessionStrip();
  private final SessionBar bar;
  private final DetailPane detail = new DetailPane(this::hideDetail, this::explain);
  private final MessageBar message = new MessageBar();
  private final Label frozen = new Label();
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final SessionActs acts;
  private final Timeline clock = new Timeline(new KeyFrame(TICK, event -> tick()));
  private final InvalidationListener newest = seen -> showNewest();
  private final InvalidationListener rows = seen -> showRows();
  private final InvalidationListener picked = seen -> showPicked();
  private final InvalidationListener fetched = seen -> showDetail();
  private String complaint = "";
  private Set<String> stale = Set.of();

  public SessionsPanel(Scope scope) {
    FxThread.check();
    this.kit = scope.kit();
    model = new SessionsModel(kit.diagnosis(), scope.instances(), kit.settings(), clock(kit));
    boolean merged = scope.merged();
    table =
        new LiveTable<>(
            merged ? "sessions.merged" : "sessions.table",
            ProcessRow::key,
            SessionColumns.all(merged),
            kit.settings());
    table.sortFirst("time", true);
    FillColumn.attach(table.view(), Field.SQL.key(), 200);
    table.states(this::states);
    table.whenEmpty(Placeholder.loading("Looking at " + scope.title()));
    bar = new SessionBar(model, InstancePanel.id(scope.instances()), kit.settings());
    table.onClearFilter(bar.query()::clear);
    acts = new SessionActs(kit, model, table, this::complain);
    table.menu(acts::menu);
    table.onOpen(row -> showPicked());
    frozen.getStyleClass().add("frozen-mark");
    frozen.setMaxWidth(Double.MAX_VALUE);
    frozen.managedProperty().bind(frozen.visibleProperty());
    frozen.setVisible(false);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(new VBox(strip, bar, message, frozen));
    root.setCenter(split);
    root.getStyleClass().add("sessions-panel");
    root.getStylesheets().add(Themes.css("sessions"));
    SessionKeys.attach(root, this, acts);
    attach();
  }

  /// What was recorded does not grow old.
  private static Clock clock(Kit kit) {
    return kit.recorded().map(at -> Clock.fixed(at, ZoneOffset.UTC)).orElse(Clock.systemUTC());
  }

  private void attach() {
    detail.plans(kit.recorded().isEmpty());
    clock.setCycleCount(Animation.INDEFINITE);
    model.newest().addListener(newest);
    model.shown().addListener(rows);
    model.query().addListener(rows);
    model.frozenAt().addListener(newest);
    model.detail().addListener(fetched);
    table.selection().addListener(picked);
    table.summary().addListener(newest);
    detail.raw().selectedProperty().addListener(fetched);
    showNewest();
    bar.restore();
    clock.play();
  }

  @Override
  public String help() {
    return "sessions";
  }

  @Override
  public void point(Point at) {
    table.shown().stream()
        .filter(row -> row.id() == at.connectionId())
        .filter(row -> row.instance().id().equals(at.instance().id()))
        .findFirst()
        .ifPresent(row -> table.select(Set.of(row.key())));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    clock.play();
    showNewest();
  }

  @Override
  public void hidden() {
    clock.pause();
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  void focusQuery() {
    bar.query().requestFocus();
  }

  void toggleFreeze() {
    model.frozen().set(!model.frozen().get());
  }

  void toggleNoise() {
    bar.toggleNoise();
  }

  /// One step back: detail, filter, freeze. False where nothing was left to leave.
  boolean back() {
    if (split.getItems().size() > 1) {
      hideDetail();
    } else if (!bar.query().text().get().isEmpty()) {
      bar.query().clear();
    } else if (model.frozen().get()) {
      model.frozen().set(false);
    } else {
      return false;
    }
    return true;
  }

  private void showNewest() {
    FxThread.check();
    Sight sight = model.newest().get();
    strip.show(sight, model.trend());
    bar.show(sight);
    bar.summary(table.summary().get());
    boolean still = model.frozenAt().get().isPresent();
    frozen.setVisible(still);
    model
        .frozenAt()
        .get()
        .ifPresent(
            at ->
                frozen.setText(
                    "FROZEN at %s. Collecting goes on; Space goes back to live."
                        .formatted(CLOCK.format(at))));
    States.set(root, States.NOTICE, still);
    tellFaults(sight.merged().looks());
    tick();
  }

  private Set<PseudoClass> states(ProcessRow row) {
    Set<PseudoClass> own = Marks.of(row).states();
    if (!stale.contains(row.instance().id())) {
      return own;
    }
    var all = new HashSet<>(own);
    all.add(States.STALE);
    return all;
  }

  private void showRows() {
    Sight sight = model.shown().get();
    table.filter(model.query().get());
    table.rows(sight.sifted().rows());
    boolean seen = sight.merged().looks().stream().anyMatch(look -> look.snapshot().isPresent());
    if (seen && sight.sifted().rows().isEmpty()) {
      table.whenEmpty(
          Placeholder.of(
              "mdi2s-sleep",
              "All quiet",
              "No session does anything now. %,d are hidden (h shows them)."
                  .formatted(sight.hidden())));
    }
    showPicked();
  }

  private void tick() {
    List<Look> looks = model.newest().get().merged().looks();
    strip.age(looks, model.now());
    Set<String> now =
        looks.stream()
            .filter(look -> look.stale(model.now()))
            .map(look -> look.instance().id())
            .collect(Collectors.toUnmodifiableSet());
    if (!now.equals(stale)) {
      stale = now;
      table.view().refresh();
    }
  }

  private void tellFaults(List<Look> looks) {
    Optional<Look> failing = looks.stream().filter(look -> look.fault().isPresent()).findFirst();
    if (failing.isPresent()) {
      Look look = failing.get();
      Words.Told told = kit.words().of(reason(look.fault().orElseThrow()));
      String text = look.instance().name() + ": " + told.happened();
      if (!text.equals(complaint)) {
        complaint = text;
        message.show(
            Severity.CRITICAL,
            text + (told.next().isEmpty() ? "" : "  " + told.next()),
            "Try again now",
            () -> model.retry(look.instance()));
      }
      return;
    }
    String denied =
        looks.stream()
            .flatMap(look -> look.snapshot().stream())
            .filter(seen -> !seen.denied().isEmpty())
            .map(seen -> seen.instance().name() + ": denied " + String.join(", ", seen.denied()))
            .distinct()
            .collect(Collectors.joining("; "));
    if (!denied.equals(complaint)) {
      complaint = denied;
      if (denied.isEmpty()) {
        message.clear();
      } else {
        message.show(
            Severity.NOTICE,
            denied
                + ". Only what this account may see is shown; \"Test connection\" of the"
                + " instance names the GRANTs.");
      }
    }
  }

  // Behind "left alone for a while" stands why.
  private static Fault reason(Fault fault) {
    return fault.getCause() instanceof Fault before ? before : fault;
  }

  private void complain(Severity severity, String words) {
    complaint = "";
    if (words.isEmpty()) {
      message.clear();
    } else {
      message.show(severity, words);
    }
  }

  private void showPicked() {
    List<ProcessRow> selected = table.selection().get();
    Optional<ProcessRow> one =
        selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    model.look(one);
    if (one.isPresent() && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.64);
    }
    showDetail();
  }

  private void showDetail() {
    Optional<SessionDetail> known = model.detail().get();
    if (known.isPresent()) {
      ProcessRow row =
          table.selection().get().stream()
              .filter(one -> one.key().equals(known.get().row().key()))
              .findFirst()
              .orElse(known.get().row());
      detail.show(known.get(), row);
    } else if (table.selection().get().isEmpty()) {
      hideDetail();
    }
  }

  private void explain() {
    acts.explain();
  }

  private void hideDetail() {
    if (split.getItems().size() > 1) {
      split.getItems().remove(1);
      table.view().requestFocus();
    }
  }

  @Override
  public void close() {
    FxThread.check();
    clock.stop();
    model.newest().removeListener(newest);
    model.shown().removeListener(rows);
    model.query().removeListener(rows);
    model.frozenAt().removeListener(newest);
    model.detail().removeListener(fetched);
    table.selection().removeListener(picked);
    table.summary().removeListener(newest);
    detail.raw().selectedProperty().removeListener(fetched);
    model.close();
    acts.close();
    bar.close();
    detail.close();
    table.close();
  }
}
