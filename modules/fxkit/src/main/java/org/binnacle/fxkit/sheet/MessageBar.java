package org.binnacle.fxkit.sheet;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;
import org.kordamp.ikonli.javafx.FontIcon;

/// An inline message with at most one action; takes no room while it says nothing.
public final class MessageBar extends HBox {
  private final FontIcon icon = new FontIcon("mdi2i-information-outline");
  private final Label text = new Label();
  private final Hyperlink action = new Hyperlink();

  public MessageBar() {
    getStyleClass().add("message-bar");
    setAlignment(Pos.CENTER_LEFT);
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    action.setMinWidth(USE_PREF_SIZE);
    action.managedProperty().bind(action.visibleProperty());
    var hide = Icons.button("mdi2c-close", "Hide the message", this::clear);
    getChildren().addAll(icon, text, action, hide);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  public void show(Severity severity, String words) {
    show(severity, words, "", () -> {});
  }

  /// @param verb the action's name; empty for none
  public void show(Severity severity, String words, String verb, Runnable run) {
    FxThread.check();
    icon.setIconLiteral(literal(severity));
    getStyleClass().setAll("message-bar", severity.name().toLowerCase(java.util.Locale.ROOT));
    text.setText(words);
    action.setText(verb);
    action.setVisible(!verb.isEmpty());
    action.setOnAction(event -> run.run());
    setVisible(true);
  }

  /// A failure in its words. A bug of ours offers its details, all others say what to do.
  public void show(Fault fault, Words words) {
    Words.Told told = words.of(fault);
    String sentence = told.happened() + (told.next().isEmpty() ? "" : "\n" + told.next());
    boolean bug = fault.code().kind() == FaultCode.Kind.BUG;
    show(
        Severity.CRITICAL,
        sentence + "  [" + told.code() + "]",
        bug ? "Details" : "",
        () -> ErrorSheet.open(this, fault, words));
  }

  public void clear() {
    FxThread.check();
    setVisible(false);
  }

  /// What it says now; empty where it is hidden.
  public String words() {
    return isVisible() ? text.getText() : "";
  }

  static String literal(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "mdi2a-alert-octagon-outline";
      case UNKNOWN -> "mdi2h-help-circle-outline";
      case WARNING -> "mdi2a-alert-outline";
      case NOTICE -> "mdi2i-information-outline";
      case OK -> "mdi2c-check-circle-outline";
    };
  }
}
