package org.binnacle.diagnosis.view.kill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.binnacle.diagnosis.kill.SavedRule;
import org.binnacle.diagnosis.kill.SavedRules;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.kernel.Fault;

/// Keeps rules under a name and a time, takes them up again, removes them.
final class RuleKeep extends HBox {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final Map<String, Optional<Duration>> TIMES = new LinkedHashMap<>();

  static {
    TIMES.put("10 minutes", Optional.of(Duration.ofMinutes(10)));
    TIMES.put("1 hour", Optional.of(Duration.ofHours(1)));
    TIMES.put("1 day", Optional.of(Duration.ofDays(1)));
    TIMES.put("30 days", Optional.of(Duration.ofDays(30)));
    TIMES.put("no end", Optional.empty());
  }

  private final SavedRules rules;
  private final MenuButton saved = new MenuButton("Saved rules");
  private final TextField name = new TextField();
  private final ChoiceBox<String> time = new ChoiceBox<>();
  private final Consumer<SavedRule> take;
  private final Consumer<Fault> complain;

  /// @param rule the rule of now
  /// @param take puts a kept rule into the form
  RuleKeep(
      SavedRules rules,
      Supplier<String> rule,
      Supplier<Verb> verb,
      Consumer<SavedRule> take,
      Consumer<Fault> complain) {
    this.rules = rules;
    this.take = take;
    this.complain = complain;
    getStyleClass().add("rule-keep");
    setAlignment(Pos.CENTER_LEFT);
    saved.setId("rule-saved");
    saved.setOnShowing(event -> fill());
    name.setId("rule-name");
    name.setPromptText("name");
    name.setPrefColumnCount(10);
    time.getItems().addAll(TIMES.keySet());
    time.setValue("10 minutes");
    time.setId("rule-time");
    time.setAccessibleText("How long the rule may be used");
    var keep = new Button("Keep rule");
    keep.setId("rule-keep");
    keep.disableProperty().bind(name.textProperty().isEmpty());
    keep.setOnAction(event -> keep(rule, verb));
    var words = new Label("usable for");
    words.getStyleClass().add("muted");
    getChildren().addAll(saved, name, words, time, keep);
    fill();
  }

  private void keep(Supplier<String> rule, Supplier<Verb> verb) {
    try {
      Optional<Instant> until =
          TIMES.getOrDefault(time.getValue(), Optional.empty()).map(Instant.now()::plus);
      rules.save(new SavedRule(name.getText().strip(), rule.get(), verb.get(), until));
      fill();
    } catch (Fault fault) {
      complain.accept(fault);
    }
  }

  private void fill() {
    saved.getItems().clear();
    for (SavedRule rule : rules.all()) {
      boolean old = rule.expired(Instant.now());
      String end = rule.until().map(at -> (old ? "expired " : "until ") + AT.format(at)).orElse("");
      var item = new MenuItem("@%s    %s    %s".formatted(rule.name(), rule.text(), end).strip());
      item.setMnemonicParsing(false);
      item.setOnAction(
          event -> {
            name.setText(rule.name());
            take.accept(rule);
          });
      saved.getItems().add(item);
    }
    if (!saved.getItems().isEmpty()) {
      var remove = new Menu("Remove");
      for (SavedRule rule : rules.all()) {
        var item = new MenuItem("@" + rule.name());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> rules.remove(rule.name()));
        remove.getItems().add(item);
      }
      saved.getItems().addAll(new SeparatorMenuItem(), remove);
    } else {
      var none = new MenuItem("None is kept yet");
      none.setDisable(true);
      saved.getItems().add(none);
    }
    saved.setText("Saved rules %d".formatted(rules.all().size()));
  }
}
