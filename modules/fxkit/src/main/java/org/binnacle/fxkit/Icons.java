package org.binnacle.fxkit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Material pack, by their Ikonli literal such as `mdi2d-database`. Their size and
/// colour come from the sheets.
public final class Icons {
  private Icons() {}

  public static FontIcon of(String literal) {
    return new FontIcon(literal);
  }

  /// A button with an icon only; the words are its tooltip and what a screen reader says.
  public static Button button(String literal, String words, Runnable action) {
    var button = new Button();
    dress(button, literal, words);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// A two-state button with an icon only.
  public static ToggleButton toggle(String literal, String words) {
    var button = new ToggleButton();
    dress(button, literal, words);
    return button;
  }

  /// A button with an icon and a verb.
  public static Button button(String literal, String verb, String tip, Runnable action) {
    var button = new Button(verb, of(literal));
    Tips.put(button, tip);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// A word on a tinted ground, such as a role or a lag.
  ///
  /// @param token one of {@link org.binnacle.fxkit.theme.Colours#tokens()}
  public static Label pill(String text, String token) {
    var pill = new Label(text);
    pill.getStyleClass().add("pill");
    pill.setAccessibleRole(AccessibleRole.TEXT);
    org.binnacle.fxkit.theme.Colours.put(pill, token);
    return pill;
  }

  private static void dress(ButtonBase button, String literal, String words) {
    button.setGraphic(of(literal));
    button.getStyleClass().add("icon-button");
    Tips.put(button, words);
    button.setAccessibleText(words);
  }
}
