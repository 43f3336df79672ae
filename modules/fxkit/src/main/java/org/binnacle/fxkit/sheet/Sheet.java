package org.binnacle.fxkit.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Words;

/// A side sheet over a window that names an act: heading, instance, body, and buttons with verbs.
/// Esc or "Back" goes back one level. Built, opened and closed on the FX thread.
///
/// ```java
/// Sheet.titled("Kill query 4711")
///     .on(instance)                                   // its colour, its name typed where STRICT
///     .body(preview)
///     .act("Kill query 4711", Sheet.Kind.DANGER, sheet -> ...)   // sheet.close() when done
///     .open(anyNodeOfTheWindow);
/// ```
public final class Sheet {

  /// How a button looks.
  public enum Kind {
    /// What one most likely wants; Enter does it.
    USUAL("accent"),
    /// Changes or destroys something on a server; Enter does not do it.
    DANGER("danger"),
    /// Another way.
    OTHER("flat");

    private final String style;

    Kind(String style) {
      this.style = style;
    }
  }

  /// What a button does; the sheet stays open until it is closed.
  @FunctionalInterface
  public interface Act {
    void run(Sheet sheet);
  }

  private final Label heading = new Label();
  private final VBox head = new VBox(heading);
  private final VBox body = new VBox();
  private final HBox buttons = new HBox();
  private final Button back = new Button("Back");
  private final BorderPane card = new BorderPane();
  private final MessageBar message = new MessageBar();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final TextField typed = new TextField();
  private final List<Runnable> onClose = new ArrayList<>();
  private BooleanExpression refused = new SimpleBooleanProperty(false);
  private BooleanExpression unnamed = new SimpleBooleanProperty(false);
  private Optional<SheetFrame> frame = Optional.empty();

  private Sheet(String title) {
    FxThread.check();
    heading.setText(title);
    heading.getStyleClass().add("heading");
    heading.setWrapText(true);
    head.getStyleClass().add("sheet-head");
    body.getStyleClass().add("sheet-body");
    buttons.getStyleClass().add("sheet-buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    back.setId("sheet-back");
    back.setCancelButton(false);
    back.setOnAction(event -> close());
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    buttons.getChildren().addAll(gap, back);
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("sheet-scroll");
    card.getStyleClass().add("sheet");
    card.setTop(new VBox(head, message));
    card.setCenter(scroll);
    card.setBottom(buttons);
  }

  /// @param title the act with its object, such as `Kill query 4711`
  public static Sheet titled(String title) {
    return new Sheet(title);
  }

  /// Names the instance that the act goes to, in its colour. Where it is {@link Safety#STRICT} its
  /// name must be typed before a DANGER button can be used.
  public Sheet on(InstanceRef instance) {
    naming(instance);
    return instance.safety() == Safety.STRICT ? typing(instance.name()) : this;
  }

  /// Names the instance in its colour, for what cannot harm it.
  public Sheet naming(InstanceRef instance) {
    var name = new Label(instance.name());
    name.getStyleClass().add("name");
    var address = new Label(instance.address());
    address.getStyleClass().add("muted");
    var environment = new Label(instance.environment());
    environment.getStyleClass().add("band");
    Colours.put(environment, instance.colour());
    // An instance of no environment has no band, which would be an empty square.
    environment.setVisible(!instance.environment().isEmpty());
    environment.setManaged(environment.isVisible());
    var line = new HBox(name, environment, address);
    line.getStyleClass().add("sheet-instance");
    line.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().add(line);
    card.getStyleClass().add("framed");
    Colours.put(card, instance.colour());
    return this;
  }

  /// What the button that gives up is called, where "Back" says too little.
  public Sheet back(String verb) {
    back.setText(verb);
    return this;
  }

  /// Asks for this name to be typed before a DANGER button can be used.
  public Sheet typing(String name) {
    var words = new Label("Type " + name + " to go on");
    words.setLabelFor(typed);
    typed.setId("sheet-typed");
    typed.setPromptText(name);
    var box = new VBox(words, typed);
    box.getStyleClass().add("sheet-typed");
    VBox bottom = new VBox(box, buttons);
    card.setBottom(bottom);
    unnamed =
        BooleanExpression.booleanExpression(
            Bindings.createBooleanBinding(
                () -> !typed.getText().strip().equals(name), typed.textProperty()));
    return this;
  }

  public Sheet body(Node... nodes) {
    body.getChildren().addAll(nodes);
    if (nodes.length == 1) {
      VBox.setVgrow(nodes[0], Priority.ALWAYS);
    }
    return this;
  }

  /// Wider than usual, for tables and SQL.
  public Sheet wide() {
    card.getStyleClass().add("wide");
    return this;
  }

  /// For a table of many columns.
  public Sheet wider() {
    card.getStyleClass().add("wider");
    return this;
  }

  /// While this is true no button but "Back" can be used. Say it before `act`.
  public Sheet refuseWhile(BooleanExpression condition) {
    refused = condition;
    return this;
  }

  /// Adds a button; call it after {@link #on}, {@link #typing} and {@link #refuseWhile}.
  ///
  /// @param verb what it does, with its object: never OK or Yes
  public Sheet act(String verb, Kind kind, Act act) {
    var button = new Button(verb);
    button.getStyleClass().add(kind.style);
    button.setDefaultButton(kind == Kind.USUAL);
    BooleanExpression off = refused.or(busy);
    button.disableProperty().bind(kind == Kind.DANGER ? off.or(unnamed) : off);
    button.setOnAction(event -> act.run(this));
    buttons.getChildren().add(button);
    return this;
  }

  /// Runs when the sheet closes, however that comes.
  public Sheet onClose(Runnable action) {
    onClose.add(action);
    return this;
  }

  /// Opens over the window that shows the node; the keyboard stays inside until it closes.
  public Sheet open(Node anywhere) {
    FxThread.check();
    frame = Optional.of(SheetFrame.open(Layer.of(anywhere), card, this::close));
    return this;
  }

  /// The name as typed, for the engine's own check; empty where none is asked for.
  public String typed() {
    return typed.getText();
  }

  public boolean isOpen() {
    return frame.isPresent();
  }

  /// Something is under way: the act buttons rest, "Back" does not.
  public void busy(boolean on) {
    FxThread.check();
    busy.set(on);
  }

  /// A line of news under the heading.
  public MessageBar message() {
    return message;
  }

  /// Tells a failure in its words and lets the user try again.
  public void failed(Fault fault, Words words) {
    FxThread.check();
    busy.set(false);
    message.show(fault, words);
  }

  public void close() {
    FxThread.check();
    frame.ifPresent(
        open -> {
          frame = Optional.empty();
          open.close();
          onClose.forEach(Runnable::run);
        });
  }
}
