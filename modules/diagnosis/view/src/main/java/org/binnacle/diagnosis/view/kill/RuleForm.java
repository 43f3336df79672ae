package org.binnacle.diagnosis.view.kill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.binnacle.diagnosis.kill.KillRule.Victims;
import org.binnacle.diagnosis.kill.RuleWords;

/// The vocabulary of a kill rule as a form; what is in it is the text of a rule.
final class RuleForm extends GridPane {
  private static final List<String> FIELDS =
      List.of("user", "host", "db", "command", "state", "info", "digest", "program");
  private static final String ANY = "one group";

  private final Map<String, TextField> texts = new LinkedHashMap<>();
  private final CheckBox everybody = new CheckBox("everybody, where nothing else is said");
  private final CheckBox admins = new CheckBox("accounts that administer the server, too");
  private final ChoiceBox<String> group = new ChoiceBox<>();
  private final ChoiceBox<String> victims = new ChoiceBox<>();

  RuleForm() {
    getStyleClass().add("rule-form");
    int row = 0;
    add(muted("must be found (regex)"), 1, row);
    add(muted("left alone"), 2, row++);
    for (String field : FIELDS) {
      var name = new Label(field.equals("info") ? "SQL text" : field);
      name.setMinWidth(USE_PREF_SIZE);
      add(name, 0, row);
      add(text("match-" + field, field.equals("info") ? "FOR UPDATE" : ""), 1, row);
      add(text("ignore-" + field, ""), 2, row++);
    }
    group.setId("rule-group-by");
    group.setItems(FXCollections.observableArrayList(ANY));
    group.getItems().addAll(FIELDS);
    group.setValue(ANY);
    group.setMaxWidth(Double.MAX_VALUE);
    victims.setId("rule-victims");
    for (Victims each : Victims.values()) {
      victims.getItems().add(each.word());
    }
    victims.setValue(Victims.OLDEST.word());
    victims.setMaxWidth(Double.MAX_VALUE);
    everybody.setId("rule-match-all");
    admins.setId("rule-admins");
    row = 1;
    row = line(row, "runs at least", text("busy-time", "60s"));
    row = line(row, "sleeps at least", text("idle-time", "1h"));
    row = line(row, "transaction at least", text("trx-age", "5m"));
    row = line(row, "blocks at least", text("blocks", "5"));
    row = line(row, "modified at most", text("max-modified", "100000"));
    row = line(row, "grouped by", group);
    row = line(row, "groups from", text("count", "1"));
    row = line(row, "of each group", victims);
    row = line(row, "victims at most", text("max", "100"));
    add(everybody, 1, row, 2, 1);
    add(admins, 3, row, 2, 1);
  }

  private static Label muted(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    return label;
  }

  private int line(int row, String words, Node control) {
    var label = new Label(words);
    label.setLabelFor(control);
    label.setMinWidth(USE_PREF_SIZE);
    add(label, 3, row);
    add(control, 4, row);
    return row + 1;
  }

  private TextField text(String word, String prompt) {
    var field = new TextField();
    field.setId("rule-" + word);
    field.setPromptText(prompt);
    field.setPrefColumnCount(word.startsWith("match-") || word.startsWith("ignore-") ? 12 : 8);
    field.setAccessibleText(word);
    texts.put(word, field);
    return field;
  }

  /// What it is made of; a change of any is a change of the rule.
  List<Observable> watched() {
    var watched = new ArrayList<Observable>();
    texts.values().forEach(field -> watched.add(field.textProperty()));
    watched.add(everybody.selectedProperty());
    watched.add(admins.selectedProperty());
    watched.add(group.valueProperty());
    watched.add(victims.valueProperty());
    return watched;
  }

  /// The rule as it is written; empty where the form is.
  ///
  /// @throws org.binnacle.kernel.Fault where a value can't be written
  String rule() {
    Map<String, String> words = new LinkedHashMap<>();
    texts.forEach(
        (word, field) -> {
          String value = field.getText().strip();
          if (!value.isEmpty()) {
            words.put(word, value);
          }
        });
    if (everybody.isSelected()) {
      words.put("match-all", "");
    }
    if (admins.isSelected()) {
      words.put("admins", "");
    }
    if (!group.getValue().equals(ANY)) {
      words.put("group-by", group.getValue());
    }
    if (!victims.getValue().equals(Victims.OLDEST.word())) {
      words.put("victims", victims.getValue());
    }
    return RuleWords.join(words);
  }

  /// Fills the form with a written rule.
  void fill(String rule) {
    Map<String, String> words = RuleWords.cut(rule);
    texts.forEach((word, field) -> field.setText(words.getOrDefault(word, "")));
    everybody.setSelected(words.containsKey("match-all"));
    admins.setSelected(words.containsKey("admins"));
    String by = words.getOrDefault("group-by", ANY);
    group.setValue(group.getItems().contains(by) ? by : ANY);
    String whom = words.getOrDefault("victims", Victims.OLDEST.word());
    victims.setValue(victims.getItems().contains(whom) ? whom : Victims.OLDEST.word());
  }
}
