package org.binnacle.fxkit.theme;

import java.util.List;
import javafx.scene.Node;

/// The names of the environment colours. A node of style class `tint` (coloured text), `pill` or
/// `band` (letters on solid colour) takes the colour of the token class it bears beside.
public final class Colours {
  private static final List<String> TOKENS =
      List.of("red", "orange", "yellow", "green", "blue", "purple", "grey");

  private Colours() {}

  /// red, orange, yellow, green, blue, purple, grey.
  public static List<String> tokens() {
    return TOKENS;
  }

  /// Gives the node this token class in place of any other; an unknown token counts as grey, an
  /// empty one takes the colour off.
  public static void put(Node node, String token) {
    String wanted = token.isEmpty() || TOKENS.contains(token) ? token : "grey";
    if (!wanted.isEmpty() && node.getStyleClass().contains(wanted)) {
      return;
    }
    node.getStyleClass().removeAll(TOKENS);
    if (!wanted.isEmpty()) {
      node.getStyleClass().add(wanted);
    }
  }
}
