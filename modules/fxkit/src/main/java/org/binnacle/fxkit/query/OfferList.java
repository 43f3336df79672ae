package org.binnacle.fxkit.query;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.binnacle.fxkit.query.Completer.Completion;
import org.jspecify.annotations.Nullable;

/// The list under the query bar. The keyboard stays in the bar, which moves the choice here.
final class OfferList {
  private static final double ROW = 26;

  private final Popup popup = new Popup();
  private final ListView<Completion> list = new ListView<>();

  OfferList(Consumer<Completion> take) {
    list.getStyleClass().addAll("offers", "dense");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new OfferCell());
    list.setOnMouseClicked(event -> chosen(take));
    popup.setAutoHide(true);
    popup.setHideOnEscape(false);
    popup.getContent().add(list);
  }

  void show(Node under, List<Completion> offers) {
    if (offers.isEmpty()) {
      hide();
      return;
    }
    list.getItems().setAll(offers);
    list.getSelectionModel().clearSelection();
    list.setPrefSize(420, ROW * Math.min(10, offers.size()) + 4);
    Bounds at = under.localToScreen(under.getBoundsInLocal());
    if (at != null && !popup.isShowing()) {
      popup.show(under, at.getMinX(), at.getMaxY() + 2);
    }
  }

  void hide() {
    popup.hide();
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  void move(int by) {
    int next = list.getSelectionModel().getSelectedIndex() + by;
    list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
    list.scrollTo(Math.max(0, next));
  }

  /// Takes the chosen offer; tells whether there was one.
  boolean chosen(Consumer<Completion> take) {
    Completion offer = list.getSelectionModel().getSelectedItem();
    hide();
    if (offer == null) {
      return false;
    }
    take.accept(offer);
    return true;
  }

  private static final class OfferCell extends ListCell<Completion> {
    private final Label text = new Label();
    private final Label words = new Label();
    private final HBox line;

    OfferCell() {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      words.getStyleClass().add("muted");
      line = new HBox(12, text, gap, words);
    }

    @Override
    protected void updateItem(@Nullable Completion offer, boolean empty) {
      super.updateItem(offer, empty);
      if (empty || offer == null) {
        setGraphic(null);
      } else {
        text.setText(offer.insert());
        words.setText(offer.words());
        setGraphic(line);
      }
    }
  }
}
