package org.binnacle.diagnosis.view.topsql;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.diagnosis.view.instance.Moments;
import org.binnacle.diagnosis.view.instance.Moments.Name;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.fxkit.Icons;

/// The bar above top SQL: filter, what stretch of time, compared with what, export.
final class TopSqlBar extends HBox {
  /// px that each part keeps at least.
  private static final double LEAST = 110;

  final TextField search = new TextField();
  private final ChoiceBox<Window> window = new ChoiceBox<>();
  private final TextField kept = new TextField();
  private final ChoiceBox<Versus> versus = new ChoiceBox<>();
  private final Label figures = new Label();
  private final Moments moments;

  /// @param rewind whether the view stands still
  /// @param changed called when another time or comparison is wanted
  TopSqlBar(Moments moments, Rewind<?> rewind, Runnable changed, Runnable export) {
    this.moments = moments;
    ToggleButton freeze = Icons.toggle("mdi2s-snowflake", "Freeze the view (Space)");
    freeze.setId("top-sql-freeze");
    freeze.setFocusTraversable(false);
    freeze.selectedProperty().bindBidirectional(rewind.frozen());
    getStyleClass().add("session-bar");
    setAlignment(Pos.CENTER_LEFT);
    search.setPromptText("Filter statements and schemas");
    search.setMinWidth(140);
    HBox.setHgrow(search, Priority.ALWAYS);
    figures.getStyleClass().add("muted");
    figures.setMinWidth(LEAST);
    window.getItems().addAll(Window.values());
    window.setValue(Window.FIVE);
    window.setId("top-sql-window");
    // As wide as its words where there is room; in a narrow window it gives way, as all do here:
    // what does not fit would push the whole view over the window's edge.
    window.setMinWidth(LEAST);
    versus.getItems().addAll(Versus.values());
    versus.setValue(Versus.NOTHING);
    versus.setId("top-sql-versus");
    versus.setMinWidth(LEAST);
    kept.setId("top-sql-kept");
    kept.setPrefColumnCount(17);
    kept.setText(TimeSpan.lastHour(Instant.now()).text(ZoneId.systemDefault()));
    kept.setTooltip(
        new Tooltip("From and to, such as 10:00 - 11:00 or 2026-11-27 10:00 - 11:30; Enter shows"));
    kept.managedProperty().bind(kept.visibleProperty());
    kept.setVisible(false);
    versus.managedProperty().bind(versus.visibleProperty());
    window
        .valueProperty()
        .addListener(
            (seen, was, is) -> {
              kept.setVisible(is == Window.KEPT);
              versus.setVisible(is.comparable());
              changed.run();
            });
    versus.valueProperty().addListener((seen, was, is) -> changed.run());
    kept.setOnAction(event -> changed.run());
    getChildren()
        .addAll(
            search,
            figures,
            window,
            kept,
            versus,
            freeze,
            Icons.button("mdi2e-export", "Export the rows (x)", export));
  }

  Window window() {
    return window.getValue();
  }

  void choose(Window wanted) {
    window.setValue(wanted);
  }

  Versus versus() {
    return window().comparable() ? versus.getValue() : Versus.NOTHING;
  }

  /// The wanted stretch of time as of now; empty where what was typed is none, or nothing is
  /// marked.
  Optional<TimeSpan> span(Instant now) {
    return switch (window()) {
      case KEPT -> TimeSpan.parse(kept.getText(), now, ZoneId.systemDefault());
      case MARKS -> marked(now);
      case START, SAMPLED -> Optional.of(new TimeSpan(now, now));
      default -> Optional.of(new TimeSpan(now.minus(window().length()), now));
    };
  }

  /// Between the marks, whichever came first; from the only one until now.
  private Optional<TimeSpan> marked(Instant now) {
    List<Instant> ends =
        Stream.of(Name.values())
            .flatMap(name -> moments.of(name).stream())
            .map(Moments.Marked::at)
            .sorted()
            .toList();
    return ends.isEmpty()
        ? Optional.empty()
        : Optional.of(new TimeSpan(ends.getFirst(), ends.size() == 1 ? now : ends.getLast()));
  }

  /// What is said where {@link #span} is empty.
  String wanted() {
    return window() == Window.MARKS
        ? "Mark a moment first: Shift+A marks A now, Shift+B marks B now. What ran between them is"
            + " shown here, from A until now as long as there is no B."
        : "From and to are wanted, such as 10:00 - 11:00 or 2026-11-27 10:00 - 11:30.";
  }

  /// @param possible whether other times than the one that is shown can be chosen
  void times(boolean possible) {
    window.setVisible(possible);
    window.setManaged(possible);
    versus.setVisible(possible);
  }

  void figures(String words) {
    figures.setText(words);
    // In a narrow window it is cut.
    figures.setTooltip(words.isEmpty() ? null : new Tooltip(words));
  }
}
