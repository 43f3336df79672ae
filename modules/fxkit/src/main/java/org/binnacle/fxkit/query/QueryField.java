package org.binnacle.fxkit.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.query.Completer.Completion;
import org.binnacle.kernel.Settings;

/// The one query bar: what is typed applies at once while it is right; a mistake is underlined and
/// told beside, and the last right query stays. Enter keeps a query in the history, Down shows the
/// history or walks the offers, Tab or Enter takes an offer, Esc clears.
public final class QueryField extends HBox implements AutoCloseable {
  private static final PseudoClass MISTAKEN = PseudoClass.getPseudoClass("mistaken");

  private final TextField field = new TextField();
  private final Region underline = new Region();
  private final StackPane box = new StackPane();
  private final Label message = new Label();
  private final Button clear;
  private final Function<String, Optional<Mistake>> check;
  private final Consumer<String> use;
  private final QueryHistory history;
  private final OfferList offers = new OfferList(this::take);
  private Completer completer;
  private String used = "";
  private boolean taking;
  private Optional<Mistake> wrong = Optional.empty();

  /// @param id stable and dotted, such as `sessions.query`; the history is kept under it
  /// @param prompt shown while it is empty, such as `Filter: user:app time>5 state~lock`
  /// @param check what is wrong with a query, if anything; called on the FX thread, quick
  /// @param use takes each right query as it is typed, the empty one included
  public QueryField(
      String id,
      String prompt,
      List<QueryKey> keys,
      Function<String, Optional<Mistake>> check,
      Consumer<String> use,
      Settings settings) {
    FxThread.check();
    List<QueryKey> known = List.copyOf(keys);
    this.completer = (query, caret) -> Offers.at(query, caret, known);
    this.check = check;
    this.use = use;
    this.history = new QueryHistory(id, settings);
    getStyleClass().add("query-field");
    setAlignment(Pos.CENTER_LEFT);
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    underline.getStyleClass().add("underline");
    underline.setManaged(false);
    underline.setMouseTransparent(true);
    underline.setVisible(false);
    clear = Icons.button("mdi2c-close", "Clear the filter", this::clear);
    clear.setFocusTraversable(false);
    clear.visibleProperty().bind(field.textProperty().isNotEmpty());
    var icon = Icons.of("mdi2m-magnify");
    icon.setMouseTransparent(true);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    StackPane.setAlignment(clear, Pos.CENTER_RIGHT);
    box.getChildren().addAll(field, icon, clear, underline);
    box.getStyleClass().add("query-box");
    HBox.setHgrow(box, Priority.ALWAYS);
    message.getStyleClass().add("mistake-words");
    message.setMinWidth(Region.USE_PREF_SIZE);
    message.managedProperty().bind(message.textProperty().isNotEmpty());
    getChildren().addAll(box, message);
    field.textProperty().addListener((seen, was, is) -> typed(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field
        .focusedProperty()
        .addListener(
            (seen, was, is) -> {
              if (!is) {
                offers.hide();
                history.add(used);
              }
            });
  }

  /// Offers what this says instead of the keys alone, such as the values that rows have now.
  public void completeWith(Completer other) {
    FxThread.check();
    completer = other;
  }

  /// The text in the bar; settable.
  public StringProperty text() {
    return field.textProperty();
  }

  /// The last right query.
  public String used() {
    return used;
  }

  public void clear() {
    FxThread.check();
    history.add(used);
    field.clear();
  }

  /// What is wrong now; empty where all is right.
  public String mistake() {
    return message.getText();
  }

  /// Adds a term to the query, such as `user:app`.
  public void add(String term) {
    FxThread.check();
    field.setText((field.getText().strip() + " " + term).strip());
    field.end();
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
  }

  @Override
  public void close() {
    offers.hide();
  }

  /// The underline follows the letters, which have their place only after layout.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    underline.setVisible(false);
    wrong.ifPresent(this::underline);
  }

  private void typed(String query) {
    FxThread.check();
    Optional<Mistake> mistake = check.apply(query);
    message.setText(mistake.map(Mistake::words).orElse(""));
    pseudoClassStateChanged(MISTAKEN, mistake.isPresent());
    wrong = mistake;
    requestLayout();
    if (mistake.isEmpty() && !query.equals(used)) {
      used = query;
      use.accept(query);
    }
    if (field.isFocused() && !taking) {
      // The caret moves after the text has changed.
      FxThread.later(
          () -> offers.show(field, completer.at(field.getText(), field.getCaretPosition())));
    }
  }

  private void underline(Mistake mistake) {
    if (!(field.getSkin() instanceof TextFieldSkin skin) || field.getLength() == 0) {
      return;
    }
    box.layout();
    field.layout();
    int last = field.getLength() - 1;
    Rectangle2D from = skin.getCharacterBounds(Math.clamp(mistake.from(), 0, last));
    Rectangle2D to = skin.getCharacterBounds(Math.clamp(mistake.to() - 1, 0, last));
    double left = Math.clamp(from.getMinX(), 0, field.getWidth());
    double right = Math.clamp(to.getMaxX(), left, field.getWidth());
    underline.resizeRelocate(left, field.getHeight() - 4, Math.max(4, right - left), 2);
    underline.setVisible(true);
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean used =
        switch (code) {
          case DOWN -> down();
          case UP -> {
            if (offers.isShowing()) {
              offers.move(-1);
            }
            yield offers.isShowing();
          }
          case TAB -> offers.isShowing() && offers.chosen(this::take);
          case ENTER -> {
            if (!offers.isShowing() || !offers.chosen(this::take)) {
              history.add(this.used);
            }
            yield true;
          }
          case ESCAPE -> escape();
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private boolean down() {
    if (!offers.isShowing()) {
      offers.show(
          field,
          history.newest().stream().map(query -> new Completion(0, query, "used before")).toList());
    }
    offers.move(1);
    return true;
  }

  private boolean escape() {
    if (offers.isShowing()) {
      offers.hide();
      return true;
    }
    boolean something = !field.getText().isEmpty();
    clear();
    return something;
  }

  private void take(Completion offer) {
    taking = true;
    int to =
        offer.from() == 0 && offer.words().equals("used before")
            ? field.getLength()
            : field.getCaretPosition();
    field.replaceText(offer.from(), Math.max(offer.from(), to), offer.insert());
    taking = false;
  }
}
