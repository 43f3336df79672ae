package org.binnacle.fxkit.sheet;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// A short question before an act that takes no preview.
///
/// @param title the act with its object, such as `Remove 3 instances`
/// @param words what comes of it
/// @param verb the button, such as `Remove 3 instances`
public record Question(String title, String words, String verb, Sheet.Kind kind) {

  /// Asks over the window that shows the node; the act runs after the sheet has closed.
  public Sheet ask(Node anywhere, Runnable act) {
    var text = new Label(words);
    text.setWrapText(true);
    return Sheet.titled(title)
        .body(text)
        .act(
            verb,
            kind,
            sheet -> {
              sheet.close();
              act.run();
            })
        .open(anywhere);
  }
}
