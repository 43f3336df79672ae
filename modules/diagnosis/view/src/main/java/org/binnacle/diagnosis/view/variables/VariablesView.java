package org.binnacle.diagnosis.view.variables;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.past.Past;
import org.binnacle.diagnosis.variable.VariablesScene;
import org.binnacle.diagnosis.view.instance.FactsPane;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.diagnosis.view.instance.PlainKeys;
import org.binnacle.diagnosis.view.instance.Rewind;
import org.binnacle.diagnosis.view.instance.Scope;
import org.binnacle.diagnosis.view.instance.TableExport;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.InstanceRef;

/// Variables of an instance with marks of what has changed, two or more instances beside each
/// other, and status variables with their rates. Variables are read each minute, and only while
/// they are shown.
public final class VariablesView implements InstanceView {
  private final Scope scope;
  private final ViewHead head;
  private final ToggleButton variables = new ToggleButton("Variables");
  private final ToggleButton status = new ToggleButton("Status");
  private final TextField search = new TextField();
  private final ChoiceBox<OneSheet.Show> show = new ChoiceBox<>();
  private final OtherInstance compare;
  private final CheckBox all = new CheckBox("Also alike");
  private final CheckBox moving = new CheckBox("Only what moves");
  private final FactsPane detail = new FactsPane(this::hideDetail);
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane();
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private final InvalidationListener picked = change -> showPicked();
  private final Rewind<Object> rewind;
  private Sheet sheet;
  private boolean inFront;

  public VariablesView(Scope scope) {
    FxThread.check();
    this.scope = scope;
    head = new ViewHead(scope.kit());
    compare =
        new OtherInstance(
            scope.merged()
                ? List.of()
                : scope.kit().diagnosis().variables().others(scope.instances().getFirst()));
    rewind = new Rewind<>(scope, Past.none(), none -> {}, this::live, this::newest);
    head.tools(Icons.button("mdi2e-export", "Export the rows (x)", this::export));
    head.standing(rewind, "variables");
    split.setOrientation(Orientation.VERTICAL);
    head.greys(split);
    root.setTop(new VBox(head, bar()));
    root.setCenter(split);
    root.getStyleClass().add("variables-view");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("instance"));
    PlainKeys.attach(root, this::used);
    sheet = make();
    place();
  }

  private HBox bar() {
    var group = new ToggleGroup();
    variables.setToggleGroup(group);
    status.setToggleGroup(group);
    variables.setSelected(true);
    variables.setId("variables-tab");
    status.setId("status-tab");
    variables.getStyleClass().add("left-pill");
    status.getStyleClass().add("right-pill");
    variables.setOnAction(event -> choose(variables));
    status.setOnAction(event -> choose(status));
    search.setPromptText("Filter by name or value");
    search.textProperty().addListener((seen, was, is) -> sheet.search(is));
    HBox.setHgrow(search, Priority.ALWAYS);
    show.getItems().addAll(OneSheet.Show.values());
    show.setValue(OneSheet.Show.ALL);
    show.setId("variables-show");
    show.valueProperty().addListener((seen, was, is) -> options());
    compare.valueProperty().addListener((seen, was, is) -> change());
    all.selectedProperty().addListener((seen, was, is) -> options());
    moving.selectedProperty().addListener((seen, was, is) -> options());
    for (Node node : List.of(show, compare, all, moving)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    var pills = new HBox(variables, status);
    pills.setAlignment(Pos.CENTER_LEFT);
    var bar = new HBox(pills, search, show, compare, all, moving);
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void choose(ToggleButton tab) {
    // A press on the chosen one leaves it chosen.
    tab.setSelected(true);
    change();
  }

  private Sheet make() {
    if (status.isSelected()) {
      return new StatusSheet(scope, this::told, rewind::isFrozen);
    }
    List<InstanceRef> compared = compared();
    return compared.size() > 1
        ? new CompareSheet(scope, compared, this::told, rewind::isFrozen)
        : new OneSheet(scope, scope.instances().getFirst(), this::told, rewind::isFrozen);
  }

  private List<InstanceRef> compared() {
    var instances = new ArrayList<>(scope.instances());
    compare.chosen().ifPresent(instances::add);
    return instances;
  }

  private void live() {
    sheet.feed().release();
  }

  private Optional<Instant> newest() {
    return sheet.feed().newest();
  }

  /// Another way to look: the old one ends, and with it a moment at which it stood still.
  private void change() {
    rewind.leave();
    sheet.table().selection().removeListener(picked);
    sheet.close();
    sheet = make();
    place();
    if (inFront) {
      sheet.start();
    }
  }

  private void place() {
    split.getItems().setAll(sheet.table().view());
    sheet.table().selection().addListener(picked);
    show.setVisible(sheet instanceof OneSheet);
    compare.setVisible(!status.isSelected() && compare.getItems().size() > 1);
    all.setVisible(sheet instanceof CompareSheet);
    moving.setVisible(sheet instanceof StatusSheet);
    head.summary("");
    head.notes(List.of());
    badge.set("");
    options();
    sheet.search(search.getText());
  }

  private void options() {
    switch (sheet) {
      case OneSheet one -> one.show(show.getValue());
      case CompareSheet some -> some.all(all.isSelected());
      case StatusSheet counters -> counters.moving(moving.isSelected());
    }
    if (sheet instanceof OneSheet || sheet instanceof StatusSheet) {
      clearable();
    }
  }

  private void clearable() {
    Runnable clear =
        () -> {
          search.clear();
          show.setValue(OneSheet.Show.ALL);
          moving.setSelected(false);
        };
    sheet.table().onClearFilter(clear);
  }

  private void told(List<? extends Rounds.Seen<?>> seen, String summary, List<String> notes) {
    boolean counters = sheet instanceof StatusSheet;
    head.seen(
        seen,
        counters ? "status" : "variables",
        counters ? Duration.ofSeconds(10) : OneSheet.EVERY);
    head.summary(summary);
    head.notes(notes);
    if (sheet instanceof OneSheet one) {
      one.scene().ifPresent(this::marks);
    }
  }

  private void marks(VariablesScene scene) {
    int changed = scene.newest().size();
    badge.set(changed == 0 ? "" : "Δ" + changed);
    head.denied(
        scene.look().denied().stream().map(Denied::what).toList(),
        scene.look().denied().stream().map(Denied::grant).toList());
  }

  private void showPicked() {
    if (sheet instanceof OneSheet one
        && one.scene().isPresent()
        && one.table().selection().get().size() == 1) {
      VariableDetail.show(
          detail, one.scene().orElseThrow(), one.table().selection().get().getFirst());
      if (split.getItems().size() == 1) {
        split.getItems().add(detail);
        split.setDividerPositions(0.66);
      }
    }
  }

  private boolean used(KeyEvent event) {
    if (!PlainKeys.plain(event)) {
      return false;
    }
    if (rewind.used(event)) {
      return true;
    }
    return switch (event.getCode()) {
      case X -> {
        export();
        yield true;
      }
      case ESCAPE -> hideDetail() || rewind.leave();
      default -> false;
    };
  }

  private void export() {
    TableExport.ask(
        scope.kit(), sheet.table(), sheet instanceof StatusSheet ? "status" : "variables");
  }

  private boolean hideDetail() {
    if (split.getItems().size() == 1) {
      return false;
    }
    split.getItems().remove(1);
    sheet.table().view().requestFocus();
    return true;
  }

  @Override
  public Optional<Instant> moment() {
    return rewind.at().get();
  }

  @Override
  public ObservableValue<String> badge() {
    return badge.getReadOnlyProperty();
  }

  @Override
  public String help() {
    return "variables";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    inFront = true;
    head.start();
    sheet.start();
  }

  @Override
  public void hidden() {
    inFront = false;
    head.stop();
    sheet.stop();
  }

  @Override
  public void focus() {
    sheet.table().view().requestFocus();
  }

  @Override
  public void close() {
    hidden();
    rewind.close();
    sheet.table().selection().removeListener(picked);
    detail.close();
    sheet.close();
  }
}
