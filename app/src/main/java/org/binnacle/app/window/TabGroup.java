package org.binnacle.app.window;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;

/// One pane of tabs. Tabs are dragged by their head: onto a head to lie before it, into the middle
/// of a pane to lie last in it, to its right or lower edge to split it.
final class TabGroup extends TabPane {
  private static final double EDGE = 0.25;

  /// What tabs ask of the area that they lie in.
  interface Asks {
    void close(PanelTab tab);

    void split(PanelTab tab, TabGroup at, Orientation orientation);

    void detach(PanelTab tab);

    void bringBack(PanelTab tab);

    /// @param before the index in the group, or -1 for the end
    void move(PanelTab tab, TabGroup to, int before);

    Optional<PanelTab> find(String id);

    void activated(TabGroup group);
  }

  private final Asks asks;

  TabGroup(Asks asks) {
    this.asks = asks;
    getStyleClass().add("tab-group");
    setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
    setOnDragOver(this::over);
    setOnDragDropped(this::dropped);
    focusWithinProperty()
        .addListener(
            (seen, was, is) -> {
              if (is) {
                asks.activated(this);
              }
            });
  }

  List<PanelTab> panels() {
    return getTabs().stream().map(PanelTab.class::cast).toList();
  }

  Optional<PanelTab> front() {
    return Optional.ofNullable((PanelTab) getSelectionModel().getSelectedItem());
  }

  /// @param before an index, or -1 for the end
  void add(PanelTab tab, int before) {
    int at = before < 0 ? getTabs().size() : Math.min(before, getTabs().size());
    getTabs().add(at, tab);
    tab.setOnCloseRequest(
        event -> {
          event.consume();
          asks.close(tab);
        });
    tab.setContextMenu(menu(tab));
    tab.head()
        .setOnMouseClicked(
            event -> {
              if (event.getButton() == MouseButton.MIDDLE) {
                asks.close(tab);
              }
            });
    tab.head()
        .setOnDragDetected(
            event -> {
              var content = new ClipboardContent();
              content.putString(tab.panel().id());
              tab.head().startDragAndDrop(TransferMode.MOVE).setContent(content);
              event.consume();
            });
    tab.head().setOnDragOver(this::over);
    tab.head()
        .setOnDragDropped(
            event -> {
              dragged(event).ifPresent(moved -> asks.move(moved, this, getTabs().indexOf(tab)));
              event.setDropCompleted(true);
              event.consume();
            });
    getSelectionModel().select(tab);
  }

  private void over(DragEvent event) {
    if (dragged(event).isPresent()) {
      event.acceptTransferModes(TransferMode.MOVE);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    dragged(event)
        .ifPresent(
            tab -> {
              if (event.getX() > getWidth() * (1 - EDGE)) {
                asks.split(tab, this, Orientation.HORIZONTAL);
              } else if (event.getY() > getHeight() * (1 - EDGE)) {
                asks.split(tab, this, Orientation.VERTICAL);
              } else {
                asks.move(tab, this, -1);
              }
            });
    event.setDropCompleted(true);
    event.consume();
  }

  private Optional<PanelTab> dragged(DragEvent event) {
    return event.getDragboard().hasString()
        ? asks.find(event.getDragboard().getString())
        : Optional.empty();
  }

  private ContextMenu menu(PanelTab tab) {
    return new ContextMenu(
        item("Close", () -> asks.close(tab)),
        item("Close the others", () -> others(tab)),
        new SeparatorMenuItem(),
        item("Split right", () -> asks.split(tab, this, Orientation.HORIZONTAL)),
        item("Split down", () -> asks.split(tab, this, Orientation.VERTICAL)),
        item("Detach into a window", () -> asks.detach(tab)),
        item("Bring back to the main window", () -> asks.bringBack(tab)));
  }

  private void others(PanelTab kept) {
    panels().stream().filter(tab -> !tab.equals(kept)).forEach(asks::close);
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(event -> action.run());
    return item;
  }
}
