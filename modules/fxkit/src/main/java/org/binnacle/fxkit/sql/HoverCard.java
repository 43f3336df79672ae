package org.binnacle.fxkit.sql;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/// What is told of the text under the mouse once it rests.
final class HoverCard implements AutoCloseable {
  private static final Duration REST = Duration.ofMillis(350);
  private static final double BELOW = 14;

  private final CodeArea area;
  private final Popup popup = new Popup();
  private final EventHandler<MouseOverTextEvent> rests;
  private final EventHandler<MouseOverTextEvent> moves = event -> popup.hide();

  /// @param told of a place in what is shown
  HoverCard(CodeArea area, IntFunction<Optional<Node>> told) {
    this.area = area;
    popup.setAutoHide(true);
    rests = event -> told.apply(event.getCharacterIndex()).ifPresent(n -> show(n, event));
    area.setMouseOverTextDelay(REST);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, rests);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, moves);
  }

  private void show(Node told, MouseOverTextEvent event) {
    var card = new StackPane(told);
    card.getStyleClass().add("hover-card");
    popup.getContent().setAll(card);
    Point2D at = event.getScreenPosition();
    popup.show(area, at.getX(), at.getY() + BELOW);
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  @Override
  public void close() {
    popup.hide();
    area.setMouseOverTextDelay(null);
    area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, rests);
    area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, moves);
  }
}
