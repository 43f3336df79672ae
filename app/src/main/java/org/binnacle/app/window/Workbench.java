package org.binnacle.app.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;

/// The tabs of all windows: open, close, open again, split, move, detach, bring back. Knows panels
/// only by their interface and opens remembered ones through their {@link PanelKind}. On the FX
/// thread.
public final class Workbench implements AutoCloseable {
  private static final int CLOSED = 30;

  private final Supplier<List<PanelKind>> kinds;
  private final List<DetachedWindow> detached = new ArrayList<>();
  private final Deque<String> closedIds = new ArrayDeque<>();
  private final TabArea main;
  private final DetachedWindow.Maker windows;
  private final Runnable changed;
  private boolean closing;

  /// @param kinds asked when a panel is to be opened by its id
  /// @param welcome shown where there is no tab
  /// @param changed called when there is something new to remember
  Workbench(
      Supplier<List<PanelKind>> kinds,
      Node welcome,
      DetachedWindow.Maker windows,
      Runnable changed) {
    FxThread.check();
    this.kinds = kinds;
    this.windows = windows;
    this.changed = changed;
    this.main = new TabArea(new Asked(), welcome, this::changed);
  }

  /// Opens the panel of this id, or brings it to the front where it is open already.
  ///
  /// @param panel makes it where it is not open
  public void open(String id, Supplier<Panel> panel) {
    FxThread.check();
    find(id)
        .ifPresentOrElse(this::front, () -> main.add(new PanelTab(panel.get()), main.active(), -1));
    find(id).ifPresent(tab -> FxThread.later(tab.panel()::focus));
  }

  /// Opens a panel by its id alone, through its kind; tells whether that was possible.
  public boolean open(String id) {
    FxThread.check();
    if (find(id).isPresent()) {
      open(
          id,
          () -> {
            throw new IllegalStateException(id);
          });
      return true;
    }
    Optional<Panel> panel = panel(id);
    panel.ifPresent(made -> open(id, () -> made));
    return panel.isPresent();
  }

  /// Closes the panel of this id, such as when its instance was removed.
  public void close(String id) {
    find(id).ifPresent(this::close);
  }

  /// The panels that are open, in all windows.
  public List<Panel> panels() {
    return tabs().stream().map(PanelTab::panel).toList();
  }

  /// The panel in front, where the keyboard is.
  public Optional<Panel> front() {
    return current().map(PanelTab::panel);
  }

  TabArea main() {
    return main;
  }

  List<DetachedWindow> detached() {
    return List.copyOf(detached);
  }

  Optional<PanelTab> current() {
    return focused().active().front().or(() -> main.active().front());
  }

  void close(PanelTab tab) {
    closedIds.addFirst(tab.panel().id());
    while (closedIds.size() > CLOSED) {
      closedIds.removeLast();
    }
    areaOf(tab).ifPresent(area -> area.take(tab));
    tab.end();
    tidy();
    current().ifPresent(next -> FxThread.later(next.panel()::focus));
  }

  void reopen() {
    while (!closedIds.isEmpty()) {
      if (open(closedIds.removeFirst())) {
        return;
      }
    }
  }

  void split(PanelTab tab, TabGroup at, Orientation orientation) {
    TabArea target = areaOf(at);
    boolean alone = at.getTabs().size() == 1 && at.getTabs().contains(tab);
    if (alone) {
      return;
    }
    TabGroup fresh = target.split(at, orientation);
    move(tab, fresh, -1);
  }

  void move(PanelTab tab, TabGroup to, int before) {
    TabArea target = areaOf(to);
    areaOf(tab).ifPresent(area -> area.take(tab));
    target.add(tab, to, before);
    tidy();
    FxThread.later(tab.panel()::focus);
  }

  /// To the next pane of the same window, around at the end.
  void moveNext(PanelTab tab) {
    areaOf(tab)
        .ifPresent(
            area -> {
              List<TabGroup> groups = area.groups();
              int at = groups.indexOf(area.groupOf(tab).orElseThrow());
              if (groups.size() > 1) {
                move(tab, groups.get((at + 1) % groups.size()), -1);
              }
            });
  }

  /// The keyboard goes to the next pane of the window it is in.
  void focusNext() {
    List<TabGroup> groups = focused().groups();
    TabGroup next = groups.get((groups.indexOf(focused().active()) + 1) % groups.size());
    focused().activate(next);
    next.front().ifPresent(tab -> tab.panel().focus());
  }

  DetachedWindow detach(PanelTab tab) {
    areaOf(tab).ifPresent(area -> area.take(tab));
    DetachedWindow window = window();
    window.area().add(tab, window.area().active(), -1);
    tidy();
    window.show();
    changed();
    return window;
  }

  void bringBack(PanelTab tab) {
    if (areaOf(tab).filter(area -> !area.equals(main)).isPresent()) {
      move(tab, main.active(), -1);
    }
  }

  boolean isDetached(PanelTab tab) {
    return !main.tabs().contains(tab);
  }

  /// A detached window without tabs, to be filled and shown.
  DetachedWindow window() {
    var area = new TabArea(new Asked(), new javafx.scene.layout.Region(), this::changed);
    DetachedWindow window = windows.make(area, this::closed, this::changed);
    detached.add(window);
    return window;
  }

  /// Takes a window away that has no tabs.
  void forget(DetachedWindow window) {
    detached.remove(window);
    window.close();
  }

  Optional<Panel> panel(String id) {
    return kinds.get().stream()
        .filter(kind -> id.startsWith(kind.prefix()))
        .findFirst()
        .flatMap(kind -> kind.open().apply(id));
  }

  @Override
  public void close() {
    FxThread.check();
    closing = true;
    tabs().forEach(PanelTab::end);
    detached.forEach(DetachedWindow::close);
    detached.clear();
  }

  private void changed() {
    if (!closing) {
      changed.run();
    }
  }

  /// The user closed a detached window: its tabs close with it and can be opened again.
  private void closed(DetachedWindow window) {
    if (!closing) {
      window.area().tabs().forEach(this::close);
      tidy();
    }
  }

  private void tidy() {
    for (DetachedWindow window : List.copyOf(detached)) {
      if (window.area().tabs().isEmpty()) {
        forget(window);
      }
    }
    changed();
  }

  private void front(PanelTab tab) {
    areaOf(tab)
        .flatMap(area -> area.groupOf(tab))
        .ifPresent(
            group -> {
              group.getSelectionModel().select(tab);
              areaOf(group).activate(group);
            });
    detached.stream()
        .filter(window -> window.area().tabs().contains(tab))
        .forEach(DetachedWindow::toFront);
  }

  Optional<PanelTab> find(String id) {
    return tabs().stream().filter(tab -> tab.panel().id().equals(id)).findFirst();
  }

  private List<PanelTab> tabs() {
    return areas().stream().flatMap(area -> area.tabs().stream()).toList();
  }

  private List<TabArea> areas() {
    var areas = new ArrayList<TabArea>();
    areas.add(main);
    detached.forEach(window -> areas.add(window.area()));
    return areas;
  }

  /// The area of the window that has the keyboard; the main one where none has.
  private TabArea focused() {
    return detached.stream()
        .filter(DetachedWindow::isFocused)
        .map(DetachedWindow::area)
        .findFirst()
        .orElse(main);
  }

  private Optional<TabArea> areaOf(PanelTab tab) {
    return areas().stream().filter(area -> area.tabs().contains(tab)).findFirst();
  }

  private TabArea areaOf(TabGroup group) {
    return areas().stream().filter(area -> area.groups().contains(group)).findFirst().orElse(main);
  }

  private final class Asked implements TabGroup.Asks {
    @Override
    public void close(PanelTab tab) {
      Workbench.this.close(tab);
    }

    @Override
    public void split(PanelTab tab, TabGroup at, Orientation orientation) {
      Workbench.this.split(tab, at, orientation);
    }

    @Override
    public void detach(PanelTab tab) {
      Workbench.this.detach(tab);
    }

    @Override
    public void bringBack(PanelTab tab) {
      Workbench.this.bringBack(tab);
    }

    @Override
    public void move(PanelTab tab, TabGroup to, int before) {
      Workbench.this.move(tab, to, before);
    }

    @Override
    public Optional<PanelTab> find(String id) {
      return Workbench.this.find(id);
    }

    @Override
    public void activated(TabGroup group) {
      areaOf(group).activate(group);
    }
  }
}
