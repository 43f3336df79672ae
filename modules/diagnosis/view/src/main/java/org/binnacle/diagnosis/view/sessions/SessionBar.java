package org.binnacle.diagnosis.view.sessions;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.query.Suggestions;
import org.binnacle.diagnosis.query.Vocabulary;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Noise;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.query.Completer.Completion;
import org.binnacle.fxkit.query.Mistake;
import org.binnacle.fxkit.query.QueryField;
import org.binnacle.fxkit.query.QueryKey;
import org.binnacle.kernel.Settings;

/// The tools of the process list: query bar, saved filters, what is hidden, pace, freeze.
final class SessionBar extends HBox implements AutoCloseable {
  private static final List<Duration> PACES =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  private final SessionsModel model;
  private final Settings settings;
  private final String remembered;
  private final QueryField query;
  private final MenuButton hidden = new MenuButton("hidden 0");
  private final Map<Noise, CheckMenuItem> kinds = new EnumMap<>(Noise.class);
  private final ToggleButton freeze = Icons.toggle("mdi2s-snowflake", "Freeze the table (Space)");
  private final Label count = new Label();
  private final ChoiceBox<Optional<GroupBy>> groups = new ChoiceBox<>();
  private final InvalidationListener grouped = seen -> showGrouping();

  /// @param panel the panel's id, under which its filter is remembered
  /// @param more further acts of the panel
  SessionBar(SessionsModel model, String panel, Settings settings, Node more) {
    this.model = model;
    this.settings = settings;
    this.remembered = "sessions.filter." + panel;
    getStyleClass().add("session-bar");
    setAlignment(Pos.CENTER_LEFT);
    query =
        new QueryField(
            "sessions.query",
            "Filter:  user:app  time>5  state~lock  -db:mysql        (/)",
            keys(),
            text ->
                model.check(text).map(error -> new Mistake(error.from(), error.to(), error.line())),
            this::use,
            settings);
    query.completeWith(this::complete);
    HBox.setHgrow(query, Priority.ALWAYS);
    for (Noise noise : Noise.values()) {
      var item = new CheckMenuItem();
      item.setOnAction(event -> show(noise, item.isSelected()));
      kinds.put(noise, item);
    }
    hidden.getItems().addAll(kinds.values());
    hidden.setId("sessions-hidden");
    hidden.setTooltip(new Tooltip("Kinds of sessions that are hidden (h shows or hides all)"));
    freeze.setId("sessions-freeze");
    freeze.selectedProperty().bindBidirectional(model.rewind().frozen());
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(query, new FilterMenu(model, query), count, group(), hidden, pace(), freeze, more);
    model.grouping().by().addListener(grouped);
  }

  /// Puts back the filter of the last time; told apart from the constructor, since the panel
  /// listens by then.
  void restore() {
    settings.get(remembered).ifPresent(query.text()::set);
  }

  private void use(String text) {
    model.use(text);
    if (text.isBlank()) {
      settings.remove(remembered);
    } else {
      settings.put(remembered, text);
    }
  }

  private List<Completion> complete(String text, int caret) {
    return new Suggestions(this::values, model.filters().keySet())
        .at(text, caret).stream()
            .map(one -> new Completion(one.from(), one.insert(), one.describes()))
            .toList();
  }

  /// What rows have in a field now.
  private Collection<String> values(String key) {
    return Arrays.stream(Field.values())
        .filter(field -> field.key().equals(key))
        .findFirst()
        .map(field -> model.newest().get().values(field::text))
        .orElse(List.of());
  }

  private static List<QueryKey> keys() {
    return Vocabulary.words().stream()
        .map(word -> new QueryKey(word.key(), word.describes(), word.values()))
        .toList();
  }

  private ChoiceBox<Optional<GroupBy>> group() {
    groups.setId("sessions-group");
    groups.getItems().add(Optional.empty());
    for (GroupBy by : GroupBy.values()) {
      groups.getItems().add(Optional.of(by));
    }
    groups.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<GroupBy> by) {
            return by == null || by.isEmpty() ? "not grouped" : "by " + by.get().words();
          }

          @Override
          public Optional<GroupBy> fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    groups.setTooltip(new Tooltip("Count sessions by what they have in common (G)"));
    showGrouping();
    groups.valueProperty().addListener((seen, was, is) -> model.grouping().by().set(is));
    return groups;
  }

  private void showGrouping() {
    groups.setValue(model.grouping().by().get());
  }

  private ChoiceBox<Duration> pace() {
    var pace = new ChoiceBox<Duration>();
    pace.setId("sessions-pace");
    pace.getItems().addAll(PACES);
    pace.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Duration every) {
            return every == null ? "" : "every " + every.toMillis() / 1e3 + " s";
          }

          @Override
          public Duration fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    pace.setValue(
        PACES.contains(model.interval().get()) ? model.interval().get() : Duration.ofSeconds(1));
    pace.setTooltip(new Tooltip("Time between two looks"));
    pace.valueProperty().addListener((seen, was, is) -> model.interval().set(is));
    return pace;
  }

  private void show(Noise noise, boolean visible) {
    model.noise().set(model.noise().get().with(noise, !visible));
  }

  /// Shows all noise, or hides it again.
  void toggleNoise() {
    boolean all = model.noise().get().hidden().isEmpty();
    model.noise().set(all ? NoiseFilter.standard() : NoiseFilter.everything());
  }

  QueryField query() {
    return query;
  }

  void summary(String text) {
    count.setText(text);
  }

  void show(Sight sight) {
    hidden.setText("hidden %,d".formatted(sight.hidden()));
    for (Map.Entry<Noise, CheckMenuItem> entry : kinds.entrySet()) {
      Noise noise = entry.getKey();
      CheckMenuItem item = entry.getValue();
      boolean off = model.noise().get().hidden().contains(noise);
      long many =
          sight.sifted().hidden().getOrDefault(noise, 0L)
              + (noise == Noise.SLEEPING ? sight.merged().unread() : 0);
      String text = "Show " + noise.words() + (off ? "   %,d hidden".formatted(many) : "");
      item.setSelected(!off);
      if (!text.equals(item.getText())) {
        item.setText(text);
      }
    }
  }

  @Override
  public void close() {
    freeze.selectedProperty().unbindBidirectional(model.rewind().frozen());
    model.grouping().by().removeListener(grouped);
    query.close();
  }
}
