package org.binnacle.diagnosis.view.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.guard.TriggerRule;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// The fields of one trigger.
final class TriggerForm {
  private static final int OFFERED = 300;

  private final ComboBox<String> where = new ComboBox<>();
  private final TextField condition = new TextField();
  private final TextField cycles = new TextField("5");
  private final TextField coolDown = new TextField("300");
  private final TextField mostADay = new TextField("10");
  private final CheckBox cluster = new CheckBox("and the other instances of its cluster with it");
  private final GridPane grid = new GridPane();
  private String id = fresh();
  private boolean on = true;

  /// @param instances what is offered beside clusters and any selector
  TriggerForm(List<InstanceRef> instances) {
    where.setEditable(true);
    where.setId("trigger-where");
    where.setMaxWidth(Double.MAX_VALUE);
    where.setItems(FXCollections.observableArrayList(offered(instances)));
    condition.setId("trigger-condition");
    cycles.setId("trigger-cycles");
    cycles.setPrefColumnCount(5);
    coolDown.setPrefColumnCount(5);
    mostADay.setPrefColumnCount(5);
    grid.getStyleClass().add("trigger-form");
    line(0, "On", where, "");
    hint(
        1,
        "nothing for all instances, or a selector: name:shop-1, cluster:shop, tag:eu -role:backup");
    line(2, "When", condition, "");
    hint(3, "Threads_running>25, Slow_queries/s>5 (growth), sessions(state~lock)>10 (a filter)");
    line(4, "At", cycles, "looks in a row");
    line(5, "Then quiet for", coolDown, "seconds on that instance");
    line(6, "At most", mostADay, "captures a day");
    cluster.setId("trigger-cluster");
    line(7, "Capture it", cluster, "");
  }

  private static List<String> offered(List<InstanceRef> instances) {
    var offered = new ArrayList<String>();
    offered.add("");
    instances.stream()
        .map(InstanceRef::cluster)
        .filter(cluster -> !cluster.isEmpty())
        .distinct()
        .sorted()
        .forEach(cluster -> offered.add("cluster:" + quoted(cluster)));
    instances.stream().limit(OFFERED).forEach(one -> offered.add("name:" + quoted(one.name())));
    return offered;
  }

  private static String quoted(String text) {
    return text.matches("\\S+") ? text : '"' + text + '"';
  }

  private void line(int row, String words, Region field, String after) {
    var name = new Label(words);
    name.setMinWidth(Region.USE_PREF_SIZE);
    var unit = new Label(after);
    unit.getStyleClass().add("muted");
    grid.add(name, 0, row);
    if (after.isEmpty()) {
      grid.add(field, 1, row, 2, 1);
      field.setMinWidth(360);
    } else {
      field.setMaxWidth(90);
      grid.add(field, 1, row);
      grid.add(unit, 2, row);
    }
  }

  private void hint(int row, String words) {
    var hint = new Label(words);
    hint.getStyleClass().add("muted");
    grid.add(hint, 1, row, 2, 1);
  }

  private static String fresh() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  Node node() {
    return grid;
  }

  void focus() {
    condition.requestFocus();
  }

  /// Empties it for a new one.
  void clear() {
    id = fresh();
    on = true;
    where.getEditor().setText("");
    condition.setText("");
    cycles.setText("5");
    coolDown.setText("300");
    mostADay.setText("10");
    cluster.setSelected(false);
  }

  void show(TriggerRule rule) {
    id = rule.id();
    on = rule.on();
    where.getEditor().setText(rule.where());
    condition.setText(rule.condition());
    cycles.setText(String.valueOf(rule.cycles()));
    coolDown.setText(String.valueOf(rule.coolDown().toSeconds()));
    mostADay.setText(String.valueOf(rule.mostADay()));
    cluster.setSelected(rule.cluster());
  }

  /// @throws Fault where a field makes no sense
  TriggerRule rule() {
    return new TriggerRule(
        id,
        on,
        where.getEditor().getText(),
        condition.getText(),
        number(cycles, "cycles"),
        Duration.ofSeconds(number(coolDown, "the cool-down in seconds")),
        number(mostADay, "captures a day"),
        cluster.isSelected());
  }

  private static int number(TextField field, String what) {
    String text = field.getText().strip();
    if (!text.matches("[0-9]{1,6}")) {
      throw new Fault(IncidentFaults.TRIGGER, what + ": '" + text + "' is no number");
    }
    return Integer.parseInt(text);
  }
}
