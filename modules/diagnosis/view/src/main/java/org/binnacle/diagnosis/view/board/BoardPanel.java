package org.binnacle.diagnosis.view.board;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.board.BoardGroup;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.theme.States;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// The whole fleet, worst first, with the reasons; or its groups, by cluster or what else there is.
public final class BoardPanel implements Panel {
  public static final String ID = "board";
  private static final Duration TICK = Duration.ofSeconds(1);

  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Fleet board");
  private final BoardModel model;
  private final LiveTable<BoardRow, String> table;
  private final BoardGroupsPane groups;
  private final BoardBar bar;
  private final PreviewDock dock;
  private final BoardActs acts;
  private final BorderPane root = new BorderPane();
  private final Ticker clock;
  private final InvalidationListener newest = seen -> showScene();
  private final InvalidationListener filter = seen -> showFilter();
  private final InvalidationListener picked = seen -> showPicked();
  private final InvalidationListener counted = seen -> showCount();
  private final InvalidationListener grouped = seen -> showGrouping();

  /// @param open opens the tab of an instance, or of several merged
  public BoardPanel(Kit kit, Opening open) {
    FxThread.check();
    model = new BoardModel(kit.diagnosis(), kit.settings(), Clock.systemUTC());
    table = new LiveTable<>("board.table", BoardRow::id, BoardColumns.all(), kit.settings());
    table.sortFirst(BoardColumns.STATE, false);
    table.states(this::states);
    table.whenEmpty(Placeholder.loading("Looking at the fleet"));
    FillColumn.attach(table.view(), BoardColumns.PROBLEM, 80);
    bar = new BoardBar(model, kit.settings());
    table.onClearFilter(bar.query()::clear);
    acts = new BoardActs(kit, model, new InFront(), open);
    table.menu(rows -> acts.menu("", () -> {}));
    table.onOpen(row -> open.open(List.of(row.beat().instance()), Optional.empty()));
    groups = new BoardGroupsPane(kit.diagnosis().board(), kit.settings(), this::enter);
    groups
        .table()
        .menu(some -> acts.menu(some.size() == 1 ? "Show its instances" : "", this::enter));
    dock =
        new PreviewDock(
            kit.diagnosis(),
            table().view(),
            one -> open.open(List.of(one), Optional.of("sessions")));
    root.setTop(bar);
    root.setCenter(dock.node());
    root.getStyleClass().add("board-panel");
    root.getStylesheets().add(Themes.css("board"));
    BoardKeys.attach(root, this, acts);
    table.view().addEventFilter(MouseEvent.MOUSE_MOVED, this::pointed);
    table.view().addEventFilter(MouseEvent.MOUSE_EXITED, event -> model.point(""));
    clock = new Ticker(TICK, model::tick);
    model.scene().addListener(newest);
    model.query().addListener(filter);
    model.groups().by().addListener(grouped);
    table.selection().addListener(picked);
    table.summary().addListener(counted);
    groups.table().summary().addListener(counted);
    clock.play();
    showScene();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2v-view-dashboard-outline";
  }

  @Override
  public String help() {
    return "board";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.rest(false);
    clock.play();
    showPicked();
  }

  @Override
  public void hidden() {
    model.rest(true);
    clock.stop();
    dock.rest();
  }

  @Override
  public void focus() {
    table().view().requestFocus();
  }

  private LiveTable<?, ?> table() {
    return model.groups().on() ? groups.table() : table;
  }

  private final class InFront implements BoardActs.Front {
    @Override
    public LiveTable<?, ?> table() {
      return BoardPanel.this.table();
    }

    @Override
    public List<BoardRow> selected() {
      if (!model.groups().on()) {
        return table.selection().get();
      }
      Set<String> members =
          groups.table().selection().get().stream()
              .flatMap(group -> group.members().stream())
              .map(InstanceRef::id)
              .collect(Collectors.toSet());
      return model.scene().get().rows().stream().filter(row -> members.contains(row.id())).toList();
    }
  }

  private Set<PseudoClass> states(BoardRow row) {
    var states = new HashSet<>(BoardColumns.states(row.beat().severity()));
    if (row.stale()) {
      states.add(States.STALE);
    }
    if (row.moved() && worstFirst()) {
      states.add(States.MOVED);
    }
    return states;
  }

  /// In another order a row does not move when its state changes.
  private boolean worstFirst() {
    List<TableColumn<BoardRow, ?>> order = table.view().getSortOrder();
    return !order.isEmpty() && order.getFirst().getId().equals(BoardColumns.STATE);
  }

  @SuppressWarnings("ReferenceEquality") // NOTHING is itself only
  private void showScene() {
    FxThread.check();
    BoardScene scene = model.scene().get();
    bar.show(scene);
    table.rows(scene.rows());
    showGroups();
    dock.scene(scene);
    if (scene.rows().isEmpty() && scene != BoardScene.NOTHING) {
      table.whenEmpty(
          Placeholder.of(
              "mdi2v-view-dashboard-outline",
              "No instances yet",
              "Add one in the fleet on the left, or import them; they appear here by themselves."));
    }
  }

  private void showFilter() {
    table.filter(passes());
    showGroups();
  }

  private Predicate<BoardRow> passes() {
    var query = model.query().get();
    return row -> query.test(row.beat(), model.now());
  }

  private void showGroups() {
    model
        .groups()
        .by()
        .get()
        .ifPresent(
            by -> groups.count(model.scene().get().rows().stream().filter(passes()).toList(), by));
  }

  private void showGrouping() {
    dock.table(table().view());
    showGroups();
    showCount();
    focus();
  }

  private void showCount() {
    bar.summary(table().summary().get());
  }

  private void showPicked() {
    model.hold(
        table.selection().get().stream().map(BoardRow::id).collect(Collectors.toUnmodifiableSet()));
    if (!model.groups().on()) {
      dock.select(table.selection().get());
    }
  }

  void togglePin() {
    dock.togglePin();
  }

  void focusQuery() {
    bar.query().requestFocus();
  }

  void nextGrouping() {
    model.groups().next();
  }

  /// Opens the selected instances, or shows those of the selected group.
  void enter() {
    if (!model.groups().on()) {
      acts.open();
    } else if (groups.table().selection().get().size() == 1) {
      enter(groups.table().selection().get().getFirst());
    }
  }

  private void enter(BoardGroup group) {
    model.groups().enter(group.term(), bar.query().text());
  }

  /// One step back: pin, preview, group, filter, grouping. False where nothing was left to leave.
  boolean back() {
    if (!dock.back() && !model.groups().leave(bar.query().text())) {
      if (!bar.query().text().get().isEmpty()) {
        bar.query().clear();
      } else if (model.groups().on()) {
        model.groups().by().set(Optional.empty());
      } else {
        return false;
      }
    }
    return true;
  }

  private void pointed(MouseEvent event) {
    @Nullable Node at = event.getPickResult().getIntersectedNode();
    while (at != null && !(at instanceof TableRow<?>)) {
      at = at.getParent();
    }
    model.point(
        at instanceof TableRow<?> row && row.getItem() instanceof BoardRow under ? under.id() : "");
  }

  @Override
  public void close() {
    FxThread.check();
    clock.stop();
    model.scene().removeListener(newest);
    model.query().removeListener(filter);
    model.groups().by().removeListener(grouped);
    table.selection().removeListener(picked);
    table.summary().removeListener(counted);
    groups.table().summary().removeListener(counted);
    dock.close();
    model.close();
    bar.close();
    groups.close();
    table.close();
  }
}
