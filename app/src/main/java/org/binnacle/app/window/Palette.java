package org.binnacle.app.window;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.PaletteSource.Entry;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.sheet.SheetFrame;
import org.jspecify.annotations.Nullable;

/// Ctrl+K: type some letters, Up and Down choose, Enter goes, Esc leaves.
final class Palette {
  private static final int MOST = 100;
  private static final int ROWS = 12;
  private static final double ROW = 28;

  private final PaletteSearch search;
  private final TextField field = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final SheetFrame frame;

  private Palette(Layer layer, List<Entry> entries) {
    FxThread.check();
    search = new PaletteSearch(entries);
    field.setId("palette-field");
    field.setPromptText("Jump to an instance, a command, a setting, a tab, a help topic");
    field.setAccessibleText("Command palette");
    list.setId("palette-list");
    list.getStyleClass().addAll("palette-list", "dense");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setPrefHeight(ROW * ROWS + 2);
    list.setPlaceholder(new Label("Nothing is called so"));
    list.setCellFactory(view -> new EntryCell());
    list.setOnMouseClicked(event -> take());
    field.textProperty().addListener((seen, was, is) -> find(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    var card = new VBox(field, list);
    card.getStyleClass().add("palette");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    frame = SheetFrame.openTop(layer, card, this::close);
    find("");
  }

  static Palette open(Layer layer, List<Entry> entries) {
    return new Palette(layer, entries);
  }

  private void close() {
    frame.close();
  }

  private void find(String typed) {
    list.getItems().setAll(search.best(typed, MOST));
    list.getSelectionModel().select(0);
    list.scrollTo(0);
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS);
      case PAGE_UP -> move(-ROWS);
      case ENTER -> take();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int size = list.getItems().size();
    if (size > 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, size - 1);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - ROWS + 2));
    }
  }

  private void take() {
    Optional<Entry> chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    if (chosen.isPresent()) {
      close();
      chosen.get().action().run();
    }
  }

  private static final class EntryCell extends ListCell<Entry> {
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label key = new Label();
    private final Label kind = new Label();
    private final HBox line;

    EntryCell() {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      detail.getStyleClass().add("muted");
      detail.setMinWidth(0);
      title.setMinWidth(Region.USE_PREF_SIZE);
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      kind.getStyleClass().add("muted");
      kind.setMinWidth(Region.USE_PREF_SIZE);
      line = new HBox(10, title, detail, gap, key, kind);
      line.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      title.setText(entry.title());
      title.setGraphic(entry.icon().isEmpty() ? null : Icons.of(entry.icon()));
      detail.setText(entry.detail());
      key.setText(entry.key());
      key.setVisible(!entry.key().isEmpty());
      kind.setText(entry.kind());
      setGraphic(line);
    }
  }
}
