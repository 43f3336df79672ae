package org.binnacle.diagnosis.view.board;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.session.Span;

/// The lines of the board's preview.
final class PreviewLines {
  private PreviewLines() {}

  static Node statement(long us, String user, String sql) {
    var line = new HBox(quiet(Span.words(us)), quiet(user), mono(sql));
    line.getStyleClass().add("preview-line");
    return line;
  }

  static Label text(String words) {
    var label = new Label(flat(words));
    label.setMinWidth(0);
    return label;
  }

  static Label mono(String words) {
    Label label = text(words);
    label.getStyleClass().add("mono");
    return label;
  }

  static Label quiet(String words) {
    Label label = text(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static String flat(String text) {
    String cut = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    return cut.replaceAll("\\s+", " ");
  }

  static Label wrapped(String words) {
    Label label = text(words);
    label.setWrapText(true);
    return label;
  }
}
