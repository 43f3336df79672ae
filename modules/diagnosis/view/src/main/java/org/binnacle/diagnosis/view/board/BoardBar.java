package org.binnacle.diagnosis.view.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.board.BoardGrouping;
import org.binnacle.fxkit.query.Mistake;
import org.binnacle.fxkit.query.QueryField;
import org.binnacle.fxkit.query.QueryKey;
import org.binnacle.kernel.Settings;

/// The tools of the board: counts, query bar, pace.
final class BoardBar extends HBox implements AutoCloseable {
  private static final List<Long> PACES = List.of(1L, 2L, 5L, 10L, 30L, 60L);
  private final BoardModel model;
  private final BoardChips chips;
  private final QueryField query;
  private final Label count = new Label();
  private final ChoiceBox<Optional<BoardGrouping>> groups = new ChoiceBox<>();
  private final InvalidationListener grouped = seen -> showGrouping();

  BoardBar(BoardModel model, Settings settings) {
    this.model = model;
    getStyleClass().add("board-bar");
    setAlignment(Pos.CENTER_LEFT);
    query =
        new QueryField(
            "board.query",
            "Filter:  tag:shop  -role:backup  score>50  lag>30s        (/)",
            keys(),
            text ->
                model.check(text).map(error -> new Mistake(error.from(), error.to(), error.line())),
            model::use,
            settings);
    HBox.setHgrow(query, Priority.ALWAYS);
    chips = new BoardChips(wanted -> query.text().set(wanted));
    chips.setMinWidth(USE_PREF_SIZE);
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(chips, query, count, group(), pace());
    model.groups().by().addListener(grouped);
  }

  private ChoiceBox<Optional<BoardGrouping>> group() {
    groups.setId("board-group");
    groups.setMinWidth(USE_PREF_SIZE);
    groups.getItems().add(Optional.empty());
    for (BoardGrouping by : BoardGrouping.values()) {
      groups.getItems().add(Optional.of(by));
    }
    groups.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<BoardGrouping> by) {
            return by == null || by.isEmpty() ? "not grouped" : "by " + by.get().words();
          }

          @Override
          public Optional<BoardGrouping> fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    groups.setTooltip(new Tooltip("Put instances together, the worst group first (G)"));
    showGrouping();
    groups.valueProperty().addListener((seen, was, is) -> model.groups().by().set(is));
    return groups;
  }

  private void showGrouping() {
    groups.setValue(model.groups().by().get());
  }

  private static List<QueryKey> keys() {
    var keys = new ArrayList<QueryKey>();
    keys.add(
        QueryKey.of(
            "is",
            "a state",
            "critical",
            "down",
            "unknown",
            "warning",
            "notice",
            "ok",
            "silenced",
            "denied"));
    for (String key : List.of("tag", "environment", "business", "region", "name")) {
      keys.add(QueryKey.of(key, "as the inventory says, " + key + ":value"));
    }
    for (BoardField field : BoardField.values()) {
      String example =
          switch (field.type()) {
            case TEXT -> field.key() + ":value, " + field.key() + "~part";
            case COUNT -> field.key() + ">50";
            case SPAN -> field.key() + ">30s";
          };
      keys.add(new QueryKey(field.key(), example, values(field)));
    }
    return keys;
  }

  private static List<String> values(BoardField field) {
    return switch (field) {
      case SEVERITY -> List.of("critical", "down", "?", "warning", "notice", "ok");
      case ROLE -> List.of("source", "replica", "relay", "alone");
      case TERM -> org.binnacle.diagnosis.health.Judge.termIds();
      default -> List.of();
    };
  }

  private ChoiceBox<Long> pace() {
    var pace = new ChoiceBox<Long>();
    pace.setId("board-pace");
    pace.setMinWidth(USE_PREF_SIZE);
    pace.getItems().addAll(PACES);
    pace.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Long every) {
            return every == null ? "" : "every " + every + " s";
          }

          @Override
          public Long fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    long now = model.interval().toSeconds();
    pace.setValue(PACES.contains(now) ? now : 5L);
    pace.setTooltip(
        new Tooltip("Time between two looks at one instance; opened and sick ones: each second"));
    pace.valueProperty().addListener((seen, was, is) -> model.pace(Duration.ofSeconds(is)));
    return pace;
  }

  QueryField query() {
    return query;
  }

  void show(BoardScene scene) {
    chips.show(scene);
  }

  void summary(String text) {
    count.setText(text);
  }

  @Override
  public void close() {
    model.groups().by().removeListener(grouped);
    query.close();
  }
}
