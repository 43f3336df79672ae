package org.binnacle.diagnosis.view.board;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
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

/// The whole fleet, worst first, with the reasons.
public final class BoardPanel implements Panel {
  public static final String ID = "board";
  private static final Duration TICK = Duration.ofSeconds(1);

  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Fleet board");
  private final BoardModel model;
  private final LiveTable<BoardRow, String> table;
  private final BoardBar bar;
  private final BoardPreview preview;
  private final BoardActs acts;
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final Ticker clock;
  private final InvalidationListener newest = seen -> showScene();
  private final InvalidationListener filter = seen -> showFilter();
  private final InvalidationListener picked = seen -> showPicked();
  private final InvalidationListener counted = seen -> showCount();

  /// @param open opens the sessions of an instance, or of several merged
  public BoardPanel(Kit kit, Consumer<List<InstanceRef>> open) {
    FxThread.check();
    model = new BoardModel(kit.diagnosis(), kit.settings(), Clock.systemUTC());
    table = new LiveTable<>("board.table", BoardRow::id, BoardColumns.all(), kit.settings());
    table.sortFirst(BoardColumns.STATE, false);
    table.states(BoardPanel::states);
    table.whenEmpty(Placeholder.loading("Looking at the fleet"));
    FillColumn.attach(table.view(), BoardColumns.PROBLEM, 160);
    bar = new BoardBar(model, kit.settings());
    table.onClearFilter(bar.query()::clear);
    acts = new BoardActs(kit, model, table, open);
    table.menu(acts::menu);
    table.onOpen(row -> open.accept(List.of(row.beat().instance())));
    preview = new BoardPreview(kit.diagnosis(), acts::open, this::hidePreview);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    root.setTop(bar);
    root.setCenter(split);
    root.getStyleClass().add("board-panel");
    root.getStylesheets().add(Themes.css("board"));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
    table.view().addEventFilter(MouseEvent.MOUSE_MOVED, this::pointed);
    table.view().addEventFilter(MouseEvent.MOUSE_EXITED, event -> model.point(""));
    clock = new Ticker(TICK, model::tick);
    model.scene().addListener(newest);
    model.query().addListener(filter);
    table.selection().addListener(picked);
    table.summary().addListener(counted);
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
    preview.stop();
  }

  @Override
  public void focus() {
    table.view().requestFocus();
  }

  private static Set<PseudoClass> states(BoardRow row) {
    return switch (row.beat().severity()) {
      case CRITICAL -> Set.of(States.CRITICAL);
      case UNKNOWN -> Set.of(States.UNKNOWN);
      case WARNING -> Set.of(States.WARNING);
      case NOTICE, OK -> Set.of();
    };
  }

  @SuppressWarnings("ReferenceEquality") // NOTHING is itself only
  private void showScene() {
    FxThread.check();
    BoardScene scene = model.scene().get();
    bar.show(scene);
    table.rows(scene.rows());
    if (scene.rows().isEmpty() && scene != BoardScene.NOTHING) {
      table.whenEmpty(
          Placeholder.of(
              "mdi2v-view-dashboard-outline",
              "No instances yet",
              "Add one in the fleet on the left, or import them; they appear here by themselves."));
    }
  }

  private void showFilter() {
    table.filter(row -> model.query().get().test(row.beat(), model.now()));
  }

  private void showCount() {
    bar.summary(table.summary().get());
  }

  private void showPicked() {
    List<BoardRow> rows = table.selection().get();
    model.hold(rows.stream().map(BoardRow::id).collect(Collectors.toUnmodifiableSet()));
    if (rows.size() != 1) {
      return;
    }
    if (split.getItems().size() == 1) {
      split.getItems().add(preview);
      split.setDividerPositions(0.68);
    }
    preview.show(rows.getFirst().beat());
  }

  private void hidePreview() {
    if (split.getItems().size() > 1) {
      preview.stop();
      split.getItems().remove(1);
      table.view().requestFocus();
    }
  }

  private void pointed(MouseEvent event) {
    @Nullable Node at = event.getPickResult().getIntersectedNode();
    while (at != null && !(at instanceof TableRow<?>)) {
      at = at.getParent();
    }
    model.point(
        at instanceof TableRow<?> row && row.getItem() instanceof BoardRow under ? under.id() : "");
  }

  private void pressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.isShortcutDown()
        || event.isAltDown()) {
      return;
    }
    boolean used =
        switch (event.getCode()) {
          case SLASH, DIVIDE -> run(() -> bar.query().requestFocus());
          case ENTER -> run(acts::open);
          case A -> run(acts::acknowledge);
          case R -> run(acts::retry);
          case X -> run(acts::export);
          case I -> run(acts::capture);
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private static boolean run(Runnable action) {
    action.run();
    return true;
  }

  private void escaped(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE) {
      return;
    }
    if (split.getItems().size() > 1) {
      hidePreview();
      event.consume();
    } else if (!bar.query().text().get().isEmpty()) {
      bar.query().clear();
      event.consume();
    }
  }

  @Override
  public void close() {
    FxThread.check();
    clock.stop();
    model.scene().removeListener(newest);
    model.query().removeListener(filter);
    table.selection().removeListener(picked);
    table.summary().removeListener(counted);
    preview.close();
    model.close();
    bar.close();
    table.close();
  }
}
