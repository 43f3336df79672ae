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
  private final PickedSession picked;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final SessionActs acts;
  private final Ticker clock = new Ticker(TICK, this::tick);
  private final InvalidationListener counted = seen -> showCount();
  private final InvalidationListener newest = seen -> showNewest();
  private final InvalidationListener rows = seen -> showRows();
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
    picked = new PickedSession(scope, model, table, split, acts::explain, bar.query().text());
    table.onClearFilter(bar.query()::clear);
    table.menu(rows -> acts.menu(rows, this::toLocks));
    table.onOpen(row -> picked.show());
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
    model.newest().addListener(newest);
    model.shown().addListener(rows);
    model.query().addListener(rows);
    model.rewind().at().addListener(newest);
    model.remarked().addListener(remarked);
    model.grouping().by().addListener(grouped);
    table.summary().addListener(counted);
    groups.table().summary().addListener(counted);
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
    if (picked.hide()) {
      return true;
    }
    if (model.grouping().leave(bar.query().text())) {
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
    picked.show();
  }

  private void showGrouping() {
    if (model.grouping().on()) {
      picked.hide();
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

  @Override
  public void seek(Instant moment) {
    model.rewind().seek(moment);
  }

  @Override
  public Optional<Instant> moment() {
    return model.rewind().at().get();
  }

  @Override
  public void close() {
    FxThread.check();
    clock.stop();
    model.newest().removeListener(newest);
    model.shown().removeListener(rows);
    model.query().removeListener(rows);
    model.rewind().at().removeListener(newest);
    model.remarked().removeListener(remarked);
    model.grouping().by().removeListener(grouped);
    table.summary().removeListener(counted);
    groups.table().summary().removeListener(counted);
    picked.close();
    model.close();
    acts.close();
    news.close();
    bar.close();
    groups.close();
    table.close();
  }
}
