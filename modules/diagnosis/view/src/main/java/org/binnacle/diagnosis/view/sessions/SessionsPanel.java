package org.binnacle.diagnosis.view.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.group.SessionGroup;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.SessionDetail;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.Point;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TimeBar;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;

/// The process list of one instance, or of several merged, that refreshes itself.
public final class SessionsPanel implements InstanceView {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Scope scope;
  private final SessionsModel model;
  private final SessionTable sessions;
  private final LiveTable<ProcessRow, ProcessRow.Key> table;
  private final GroupsPane groups;
  private final SessionStrip strip = new SessionStrip();
  private final SessionBar bar;
  private final TimeBar time;
  private final SessionNews news;
  private final DetailPane detail;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final SessionActs acts;
  private final Ticker clock = new Ticker(TICK, this::tick);
  private final InvalidationListener counted = seen -> showCount();
  private final InvalidationListener newest = seen -> showNewest();
  private final InvalidationListener rows = seen -> showRows();
  private final InvalidationListener picked = seen -> showPicked();
  private final InvalidationListener fetched = seen -> showDetail();
  private final InvalidationListener grouped = seen -> showGrouping();
  private final InvalidationListener remarked;
  private boolean drawn = true;

  public SessionsPanel(Scope scope) {
    FxThread.check();
    this.scope = scope;
    Kit kit = scope.kit();
    model = new SessionsModel(scope);
    sessions = new SessionTable(scope, model);
    table = sessions.live();
    remarked = seen -> sessions.remarked();
    groups = new GroupsPane(kit.settings(), this::enter);
    news = new SessionNews(kit.words(), model::retry, one -> kit.diagnosis().session().denied(one));
    acts = new SessionActs(kit, model, table, root, news::say);
    bar =
        new SessionBar(
            model, InstancePanel.id(scope.instances()), kit.settings(), new MoreMenu(acts));
    time = new TimeBar(model.rewind(), "sessions");
    detail =
        new DetailPane(
            model.marking(),
            this::hideDetail,
            acts::explain,
            this::showAlike,
            model.eye()::askMemory);
    table.onClearFilter(bar.query()::clear);
    table.menu(rows -> acts.menu(rows, this::toLocks));
    table.onOpen(row -> showPicked());
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(new VBox(strip, bar, news.node(), time));
    root.setCenter(split);
    root.getStyleClass().add("sessions-panel");
    root.getStylesheets().add(Themes.css("sessions"));
    SessionKeys.attach(root, this, acts);
    attach();
  }

  private void attach() {
    detail.plans(scope.kit().recorded().isEmpty());
    model.newest().addListener(newest);
    model.shown().addListener(rows);
    model.query().addListener(rows);
    model.rewind().at().addListener(newest);
    model.rewind().at().addListener(picked);
    model.eye().detail().addListener(fetched);
    model.eye().story().addListener(fetched);
    model.eye().memory().addListener(fetched);
    model.remarked().addListener(remarked);
    model.grouping().by().addListener(grouped);
    table.selection().addListener(picked);
    table.summary().addListener(counted);
    groups.table().summary().addListener(counted);
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
    model.grouping().by().set(Optional.empty());
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
    drawn = true;
    clock.play();
    showRows();
    showNewest();
  }

  @Override
  public void hidden() {
    // Looking goes on, so that the last ten minutes are whole; nothing is drawn.
    drawn = false;
    clock.stop();
  }

  @Override
  public void focus() {
    front().requestFocus();
  }

  private Node front() {
    return model.grouping().on() ? groups.node() : table.view();
  }

  void focusQuery() {
    bar.query().requestFocus();
  }

  void toggleFreeze() {
    model.rewind().toggle();
  }

  /// So many looks forward; back where negative.
  void step(int looks) {
    model.rewind().step(looks);
  }

  void nextGrouping() {
    model.grouping().next();
    focus();
  }

  /// The lock tree at the selected session.
  void toLocks() {
    table.selection().get().stream()
        .findFirst()
        .ifPresent(row -> scope.show("locks", new Point(row.instance(), row.id())));
  }

  void toggleNoise() {
    bar.toggleNoise();
  }

  /// One step back: detail, group, filter, grouping, freeze. False where nothing was left to leave.
  boolean back() {
    if (split.getItems().size() > 1) {
      hideDetail();
    } else if (model.grouping().leave(bar.query().text())) {
      focus();
    } else if (!bar.query().text().get().isEmpty()) {
      bar.query().clear();
    } else if (model.grouping().on()) {
      model.grouping().by().set(Optional.empty());
    } else {
      return model.rewind().leave();
    }
    return true;
  }

  private void enter(SessionGroup group) {
    model.grouping().enter(group.term(), bar.query().text());
    table.view().requestFocus();
  }

  private void showNewest() {
    FxThread.check();
    if (!drawn) {
      return;
    }
    Sight sight = model.newest().get();
    showFigures();
    showCount();
    States.set(root, States.NOTICE, model.rewind().at().get().isPresent());
    news.tell(sight.merged().looks());
    tick();
  }

  /// Live figures beside a frozen table say that things go on; at a moment of the past they are
  /// that moment's.
  private void showFigures() {
    Sight sight = (model.rewind().past() ? model.shown() : model.newest()).get();
    strip.show(sight, model.course(), model.now().getEpochSecond());
    bar.show(sight);
  }

  private void showCount() {
    bar.summary((model.grouping().on() ? groups.table() : table).summary().get());
  }

  private void showRows() {
    if (!drawn) {
      return;
    }
    Sight sight = model.shown().get();
    sessions.show(sight);
    if (model.rewind().past()) {
      showFigures();
    }
    Optional<GroupBy> by = model.grouping().by().get();
    by.ifPresent(each -> groups.count(sight.sifted().rows(), model.query().get(), each));
    showPicked();
  }

  private void showGrouping() {
    if (model.grouping().on()) {
      hideDetail();
    }
    split.getItems().set(0, front());
    showRows();
    showNewest();
  }

  private void tick() {
    List<Look> looks = model.newest().get().merged().looks();
    strip.age(looks, model.now(), model.interval().get());
    time.tell();
    sessions.age(looks);
  }

  private void showPicked() {
    List<ProcessRow> selected = table.selection().get();
    Optional<ProcessRow> one =
        selected.size() == 1 && !model.grouping().on()
            ? Optional.of(selected.getFirst())
            : Optional.empty();
    model.eye().look(one);
    if (one.isPresent() && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(0.64);
    }
    showDetail();
  }

  private void showDetail() {
    Optional<SessionDetail> known = model.eye().detail().get();
    if (known.isPresent()) {
      ProcessRow row =
          table.selection().get().stream()
              .filter(one -> one.key().equals(known.get().row().key()))
              .findFirst()
              .orElse(known.get().row());
      detail.of(sought());
      detail.asks(!model.rewind().past() && scope.kit().recorded().isEmpty());
      detail.show(
          known.get(),
          row,
          model.eye().story().get(),
          Alike.others(model.shown().get().merged().rows(), row),
          model.eye().memory().get());
    } else if (table.selection().get().isEmpty()) {
      hideDetail();
    }
  }

  /// Only those that run what the selected session runs.
  private void showAlike() {
    table.selection().get().stream()
        .findFirst()
        .ifPresent(row -> bar.query().text().set(Alike.query(bar.query().text().get(), row)));
  }

  /// The moment of the past that was gone back to.
  private Optional<Instant> sought() {
    return model.rewind().past() ? moment() : Optional.empty();
  }

  @Override
  public void seek(Instant moment) {
    model.rewind().seek(moment);
  }

  @Override
  public Optional<Instant> moment() {
    return model.rewind().at().get();
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
    model.rewind().at().removeListener(newest);
    model.rewind().at().removeListener(picked);
    model.eye().detail().removeListener(fetched);
    model.eye().story().removeListener(fetched);
    model.eye().memory().removeListener(fetched);
    model.remarked().removeListener(remarked);
    model.grouping().by().removeListener(grouped);
    table.selection().removeListener(picked);
    table.summary().removeListener(counted);
    groups.table().summary().removeListener(counted);
    detail.raw().selectedProperty().removeListener(fetched);
    model.close();
    acts.close();
    news.close();
    bar.close();
    detail.close();
    groups.close();
    table.close();
  }
}
