package org.binnacle.diagnosis.view.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Release;
import org.binnacle.diagnosis.incident.guard.TriggerRule;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// The fields of one trigger.
final class TriggerForm {
  private static final int OFFERED = 300;

  private final ComboBox<String> where = new ComboBox<>();
  private final TextField condition = new TextField();
  private final TextField cycles = new TextField("5");
  private final TextField coolDown = new TextField("300");
  private final TextField release = new TextField();
  private final TextField mostADay = new TextField("10");
  private final CheckBox cluster = new CheckBox("and the other instances of its cluster with it");
  private final GridPane grid = new GridPane();
  private String id = fresh();
  private boolean on = true;

  /// @param instances what is offered beside clusters and any selector
  /// @param filters the names of saved filters
  TriggerForm(List<InstanceRef> instances, Collection<String> filters) {
    where.setEditable(true);
    where.setId("trigger-where");
    where.setMaxWidth(Double.MAX_VALUE);
    where.setItems(FXCollections.observableArrayList(offered(instances)));
    condition.setId("trigger-condition");
    cycles.setId("trigger-cycles");
    cycles.setPrefColumnCount(5);
    coolDown.setPrefColumnCount(5);
    release.setPrefColumnCount(5);
    mostADay.setPrefColumnCount(5);
    grid.getStyleClass().add("trigger-form");
    line(0, "On", where, "");
    hint(
        1,
        "nothing for all instances, or a selector: name:shop-1, cluster:shop, tag:eu -role:backup");
    HBox.setHgrow(condition, Priority.ALWAYS);
    condition.setPromptText("Threads_running>25");
    var when = new HBox(4, condition, examples(filters));
    when.setAlignment(Pos.CENTER_LEFT);
    line(2, "When", when, "");
    hint(3, "blocks>10 (sessions that wait for one), @busy>3 (sessions that fit a saved filter)");
    line(4, "At", cycles, "looks in a row");
    line(5, "Then quiet for", coolDown, "seconds on that instance");
    release.setId("trigger-release");
    release.setPromptText("usual");
    line(
        6,
        "And until it is at",
        release,
        "again, or beyond it; empty: the usual share, off: at once");
    line(7, "At most", mostADay, "captures a day");
    cluster.setId("trigger-cluster");
    line(8, "Capture it", cluster, "");
  }

  private MenuButton examples(Collection<String> filters) {
    var menu = new MenuButton("", Icons.of("mdi2s-star-outline"));
    menu.setId("trigger-examples");
    menu.setTooltip(new Tooltip("Examples, and your saved filters"));
    menu.setAccessibleText("Examples and saved filters");
    Stream.concat(
            Stream.of(
                "Threads_running>25", "Slow_queries/s>5", "blocks>10", "sessions(state~lock)>10"),
            filters.stream().map(name -> "@" + name + ">10"))
        .map(this::example)
        .forEach(menu.getItems()::add);
    return menu;
  }

  private MenuItem example(String text) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> condition.setText(text));
    return item;
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
    release.setText("");
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
    release.setText(rule.release().text());
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
        Release.of(release.getText()),
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
