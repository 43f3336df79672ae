package org.binnacle.diagnosis.view.board;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.Tips;

/// The lines of the board's preview.
final class PreviewLines {
  private PreviewLines() {}

  static VBox column() {
    var column = new VBox();
    column.getStyleClass().add("preview-lines");
    return column;
  }

  /// Lines under a heading.
  ///
  /// @param share of the width
  static Node part(String title, VBox lines, double share) {
    var head = new Label(title);
    head.setMinWidth(0);
    head.getStyleClass().add("preview-head");
    var part = new VBox(head, lines);
    part.setMinWidth(0);
    part.setPrefWidth(share * 100);
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }

  static Node statement(long us, String user, String sql) {
    return line(time(us), shortened(user), mono(sql));
  }

  /// So many sessions that run one statement.
  ///
  /// @param us their times together
  static Node alike(long many, long us, String sql) {
    Label time = time(us);
    Tips.put(time, "their times together");
    return line(figure(many), time, mono(sql));
  }

  /// `12 app`.
  static Node counted(long many, String whose) {
    return line(figure(many), text(whose));
  }

  /// With a blank as wide as a digit before a single one, so that what follows stands in a line.
  private static Label figure(long many) {
    Label figure = text((many < 10 ? "\u2007" : "") + "%,d".formatted(many));
    figure.setMinWidth(Region.USE_PREF_SIZE);
    return figure;
  }

  private static Label time(long us) {
    Label time = quiet(Span.words(us));
    time.getStyleClass().add("preview-time");
    return time;
  }

  private static Node line(Node... words) {
    var line = new HBox(words);
    line.setMinWidth(0);
    line.getStyleClass().add("preview-line");
    return line;
  }

  static Label text(String words) {
    var label = new Label(flat(words));
    label.setMinWidth(0);
    return label;
  }

  /// A statement, whose whole known text is told on pointing at it.
  private static Label mono(String words) {
    Label label = text(words);
    label.getStyleClass().add("mono");
    Tips.put(label, words);
    return label;
  }

  static Label quiet(String words) {
    Label label = text(words);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// A name that leaves room for what comes behind it.
  private static Label shortened(String words) {
    Label label = quiet(words.length() > 16 ? words.substring(0, 15) + "…" : words);
    if (words.length() > 16) {
      Tips.put(label, words);
    }
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
