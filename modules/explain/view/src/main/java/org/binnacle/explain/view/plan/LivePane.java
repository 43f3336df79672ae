package org.binnacle.explain.view.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.binnacle.explain.view.Live;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.Tips;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// The statement beside the plan, with the instance that it is explained on. A plan that is pasted
/// into it opens too.
final class LivePane extends BorderPane implements AutoCloseable {
  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final Live live;
  private final LiveActs acts;
  private final SqlArea editor = SqlArea.editor();
  private final ComboBox<InstanceRef> instance = new ComboBox<>();
  private final TextField database = new TextField();
  private final Label environment = new Label();
  private final Label news = new Label();
  private final Button explain = new Button("Explain", Icons.of("mdi2f-file-tree-outline"));
  private final Button measure = new Button("Run and measure…", Icons.of("mdi2t-timer-outline"));
  private final Button cancel = new Button("Cancel", Icons.of("mdi2s-stop"));
  private final Ticker clock = new Ticker(Duration.ofMillis(500), this::tell);
  private final InvalidationListener working = seen -> follow();

  LivePane(Live live, LiveActs acts) {
    this.live = live;
    this.acts = acts;
    getStyleClass().add("live-pane");
    editor.setId("plan-statement");
    editor.wrap(true);
    instance.setId("plan-instance");
    instance.setPromptText("Instance");
    instance.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(instance, Priority.ALWAYS);
    instance.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable InstanceRef one) {
            return one == null ? "" : one.name();
          }

          @Override
          public InstanceRef fromString(String name) {
            throw new UnsupportedOperationException(name);
          }
        });
    instance.setOnShowing(event -> offer());
    instance.valueProperty().addListener((seen, was, is) -> mark());
    environment.getStyleClass().add("band");
    environment.setMinWidth(USE_PREF_SIZE);
    database.setPromptText("Database");
    database.setPrefColumnCount(9);
    database.setId("plan-database");
    var where = new HBox(instance, environment, database);
    where.getStyleClass().add("plan-line");
    where.setAlignment(Pos.CENTER_LEFT);
    explain.getStyleClass().add("accent");
    Tips.put(explain, "The plan that it would get; nothing is run (Ctrl+Enter)");
    explain.setOnAction(event -> estimate());
    explain.setId("plan-explain");
    Tips.put(measure, "EXPLAIN ANALYZE: runs the SELECT");
    measure.setOnAction(event -> measure());
    measure.setId("plan-measure");
    cancel.setOnAction(event -> acts.cancel());
    cancel.setId("plan-cancel");
    news.getStyleClass().add("muted");
    var buttons = new FlowPane(explain, measure, cancel, news);
    buttons.getStyleClass().add("live-buttons");
    setTop(new VBox(where));
    setCenter(editor);
    setBottom(buttons);
    setMinWidth(200);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    acts.working().addListener(working);
    offer();
    mark();
    follow();
  }

  private void keys(KeyEvent event) {
    if (RUN.match(event)) {
      estimate();
      event.consume();
    }
  }

  private void offer() {
    List<InstanceRef> all = live.instances().get();
    Optional<InstanceRef> chosen = Optional.ofNullable(instance.getValue());
    instance.getItems().setAll(all);
    chosen.ifPresent(instance::setValue);
    if (chosen.isEmpty() && all.size() == 1) {
      instance.setValue(all.getFirst());
    }
  }

  private void mark() {
    InstanceRef one = instance.getValue();
    boolean named = one != null && !one.environment().isEmpty();
    environment.setVisible(named);
    environment.setManaged(named);
    if (one != null && named) {
      environment.setText(one.environment());
      Colours.put(environment, one.colour());
    }
  }

  /// Shows the statement of a plan, and where it came from.
  void show(About about) {
    editor.show(about.sql());
    about.instance().ifPresent(instance::setValue);
    if (about.instance().isPresent()) {
      database.setText(about.database());
    }
  }

  String sql() {
    return editor.text();
  }

  /// Whether a node is part of what can be typed into.
  boolean holds(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.equals(editor)) {
        return true;
      }
    }
    return false;
  }

  private void estimate() {
    ready().ifPresent(one -> acts.estimate(one, database.getText(), editor.marked()));
  }

  private void measure() {
    ready().ifPresent(one -> acts.measure(this, one, database.getText(), editor.marked()));
  }

  private Optional<InstanceRef> ready() {
    InstanceRef one = instance.getValue();
    news.setText(
        editor.text().isBlank()
            ? "Type a statement first."
            : one == null ? "Choose an instance." : "");
    return editor.text().isBlank() ? Optional.empty() : Optional.ofNullable(one);
  }

  private void follow() {
    boolean busy = acts.working().get().isPresent();
    explain.setDisable(busy);
    measure.setDisable(busy);
    cancel.setVisible(busy);
    cancel.setManaged(busy);
    if (busy) {
      clock.play();
    } else {
      clock.stop();
    }
    tell();
  }

  private void tell() {
    news.setText(
        acts.working()
            .get()
            .map(
                task ->
                    task.what()
                        + ", "
                        + Duration.between(task.started(), Instant.now()).toSeconds()
                        + " s")
            .orElse(""));
  }

  @Override
  public void close() {
    clock.stop();
    acts.working().removeListener(working);
    editor.close();
  }
}
