package org.binnacle.review.view.script;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.review.live.Asked;
import org.binnacle.review.live.LiveSource;

/// Whom the findings are from beside the script: the server that was asked, when, and what it could
/// not tell. Takes no room where nobody was asked.
final class SourceBar extends HBox {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Label words = new Label();
  private final Hyperlink notes = new Hyperlink();
  private final Hyperlink again = new Hyperlink("Ask again (F5)");

  /// What the bar asks of its panel.
  interface Hands {
    /// The server is asked anew.
    void askAgain();
  }

  SourceBar(Hands hands) {
    setId("review-source");
    getStyleClass().add("source-bar");
    setAlignment(Pos.CENTER_LEFT);
    words.setGraphic(Icons.of("mdi2d-database-search-outline"));
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    notes.setId("review-source-notes");
    notes.setMinWidth(USE_PREF_SIZE);
    notes.managedProperty().bind(notes.visibleProperty());
    again.setId("review-source-again");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(event -> hands.askAgain());
    getChildren().addAll(words, notes, again);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(Optional<Reviewed> reviewed) {
    Optional<LiveSource> source = reviewed.flatMap(Reviewed::source);
    setVisible(source.isPresent());
    if (source.isEmpty()) {
      return;
    }
    boolean behind = reviewed.get().behind();
    words.setText(
        words(source.get()) + (behind ? " What was written since then was not asked about." : ""));
    List<String> told = source.get().notes();
    notes.setText("%,d note%s…".formatted(told.size(), told.size() == 1 ? "" : "s"));
    notes.setVisible(!told.isEmpty());
    notes.setOnAction(event -> open(source.get()));
    again.setVisited(false);
  }

  static String words(LiveSource source) {
    Asked asked = source.asked();
    String lag =
        asked.lagS().isPresent()
            ? ", %,d s behind".formatted(asked.lagS().getAsLong())
            : asked.role().equals("replica") ? ", lag not known" : "";
    return "Asked %s (%s%s) at %s: %,d plan%s."
        .formatted(
            asked.name(),
            asked.role(),
            lag,
            TIME.format(asked.at()),
            source.plans(),
            source.plans() == 1 ? "" : "s");
  }

  private void open(LiveSource source) {
    var all = new Label(String.join("\n\n", source.notes()));
    all.setWrapText(true);
    all.setId("review-notes");
    Sheet.titled("What " + source.asked().name() + " did not tell").body(all).open(this);
  }
}
