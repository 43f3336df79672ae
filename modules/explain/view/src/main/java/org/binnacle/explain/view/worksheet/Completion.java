package org.binnacle.explain.view.worksheet;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.binnacle.fxkit.sql.SqlArea;
import org.jspecify.annotations.Nullable;

/// The list of offers below the caret: arrows choose, Enter or Tab takes, Esc leaves; typing goes
/// on in the editor.
final class Completion {
  private static final int ROWS = 10;
  private static final double ROW = 26;

  private final SqlArea editor;
  private final Popup popup = new Popup();
  private final ListView<Names.Offer> list = new ListView<>();
  private Names.@Nullable Offers shown;

  Completion(SqlArea editor) {
    this.editor = editor;
    list.setId("completion");
    list.setFixedCellSize(ROW);
    list.setPrefWidth(420);
    list.setFocusTraversable(false);
    list.getStyleClass().add("offers");
    list.setCellFactory(all -> new OfferCell());
    list.setOnMouseClicked(event -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
  }

  private static final class OfferCell extends ListCell<Names.Offer> {
    @Override
    protected void updateItem(Names.@Nullable Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      setText(null);
      if (empty || offer == null) {
        setGraphic(null);
        return;
      }
      var word = new Label(offer.word());
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      var kind = new Label((offer.detail() + "  " + offer.kind()).strip());
      kind.getStyleClass().add("muted");
      setGraphic(new HBox(word, gap, kind));
    }
  }

  boolean isOpen() {
    return popup.isShowing();
  }

  /// Shows what is offered; nothing offered closes it, a single offer is not taken unasked.
  void show(Names.Offers offers) {
    shown = offers;
    list.getItems().setAll(offers.offers());
    if (offers.offers().isEmpty() || editor.getScene() == null) {
      close();
      return;
    }
    list.getSelectionModel().select(0);
    list.setPrefHeight(Math.min(ROWS, offers.offers().size()) * ROW + 4);
    Bounds caret = editor.caretBounds().orElse(editor.localToScreen(editor.getBoundsInLocal()));
    popup.show(editor, caret.getMinX(), caret.getMaxY() + 2);
  }

  void close() {
    popup.hide();
  }

  /// Whether the key was for the list.
  boolean used(KeyEvent event) {
    if (!isOpen()) {
      return false;
    }
    KeyCode code = event.getCode();
    int at = list.getSelectionModel().getSelectedIndex();
    switch (code) {
      case DOWN -> select(at + 1);
      case UP -> select(at - 1);
      case PAGE_DOWN -> select(at + ROWS);
      case PAGE_UP -> select(at - ROWS);
      case ENTER, TAB -> take();
      case ESCAPE -> close();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void select(int at) {
    int row = Math.clamp(at, 0, list.getItems().size() - 1);
    list.getSelectionModel().select(row);
    list.scrollTo(Math.max(0, row - ROWS / 2));
  }

  private void take() {
    Names.Offers offers = shown;
    Names.Offer offer = list.getSelectionModel().getSelectedItem();
    close();
    if (offers != null && offer != null) {
      editor.replace(offers.from(), offers.to(), offer.word());
      editor.requestFocus();
    }
  }
}
