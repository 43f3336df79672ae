package org.binnacle.explain.view.advice;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.explain.view.Live;
import org.binnacle.explain.view.plan.InstanceNames;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Settings;

/// The statement that advice is asked for, and where. What is written comes back after a restart.
final class AskPane extends BorderPane implements AutoCloseable {
  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final int LONGEST = 100_000;

  private final Live live;
  private final Settings settings;
  private final String prefix;
  private final Consumer<AdviceModel.Question> then;
  private final Consumer<String> missing;
  private final ComboBox<InstanceRef> instance = new ComboBox<>();
  private final TextField database = new TextField();
  private final SqlArea editor = SqlArea.editor();
  private final InvalidationListener typed = seen -> keep();

  /// @param missing told what has to be given first
  AskPane(
      Live live,
      Settings settings,
      String id,
      Consumer<AdviceModel.Question> then,
      Consumer<String> missing) {
    this.live = live;
    this.settings = settings;
    this.prefix = id.replace(':', '.') + ".";
    this.then = then;
    this.missing = missing;
    instance.setId("advice-instance");
    instance.setPromptText("Instance");
    instance.setConverter(new InstanceNames());
    instance.setMaxWidth(Double.MAX_VALUE);
    instance.setOnShowing(event -> offer());
    HBox.setHgrow(instance, Priority.ALWAYS);
    database.setPromptText("Database");
    database.setPrefColumnCount(9);
    database.setId("advice-database");
    editor.setId("advice-sql");
    editor.wrap(true);
    var where = new HBox(instance, database);
    where.getStyleClass().add("plan-line");
    where.setAlignment(Pos.CENTER_LEFT);
    var ask = new Button("Advise");
    ask.getStyleClass().add("accent");
    ask.setId("advice-ask");
    ask.setTooltip(new Tooltip("Reads definitions and statistics only (Ctrl+Enter)"));
    ask.setOnAction(event -> ask());
    var buttons = new FlowPane(ask);
    buttons.getStyleClass().add("live-buttons");
    setTop(new VBox(where));
    setCenter(editor);
    setBottom(buttons);
    setMinWidth(220);
    getStyleClass().add("live-pane");
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (RUN.match(event)) {
            ask();
            event.consume();
          }
        });
    offer();
    restore();
    editor.textProperty().addListener(typed);
    database.textProperty().addListener(typed);
    instance.valueProperty().addListener(typed);
  }

  private void offer() {
    Optional<InstanceRef> chosen = Optional.ofNullable(instance.getValue());
    instance.getItems().setAll(live.instances().get());
    chosen.ifPresentOrElse(
        instance::setValue,
        () -> {
          if (instance.getItems().size() == 1) {
            instance.setValue(instance.getItems().getFirst());
          }
        });
  }

  private void restore() {
    settings
        .get(prefix + "instance")
        .flatMap(
            id -> live.instances().get().stream().filter(one -> one.id().equals(id)).findFirst())
        .ifPresent(instance::setValue);
    database.setText(settings.get(prefix + "database").orElse(""));
    editor.show(settings.get(prefix + "text").orElse(""));
  }

  private void keep() {
    String text = editor.text();
    if (text.length() <= LONGEST) {
      settings.put(prefix + "text", text);
      settings.put(prefix + "database", database.getText());
      InstanceRef one = instance.getValue();
      settings.put(prefix + "instance", one == null ? "" : one.id());
    }
  }

  void show(Optional<InstanceRef> at, String in, String sql) {
    at.ifPresent(instance::setValue);
    database.setText(in);
    editor.show(sql);
    keep();
  }

  void ask() {
    InstanceRef one = instance.getValue();
    if (editor.text().isBlank() || one == null) {
      missing.accept(one == null ? "Choose an instance." : "Write a statement first.");
      return;
    }
    then.accept(
        new AdviceModel.Question(
            one,
            Optional.of(database.getText().strip()).filter(name -> !name.isEmpty()),
            editor.marked()));
  }

  /// Whether a node is part of what can be typed into.
  boolean holds(EventTarget target) {
    if (!(target instanceof Node node)) {
      return false;
    }
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.equals(this)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void requestFocus() {
    editor.requestFocus();
  }

  @Override
  public void close() {
    editor.textProperty().removeListener(typed);
    database.textProperty().removeListener(typed);
    instance.valueProperty().removeListener(typed);
    editor.close();
  }
}
