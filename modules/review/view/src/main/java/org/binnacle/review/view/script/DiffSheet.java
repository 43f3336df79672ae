package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sql.Highlighter;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.review.fix.Offer;

/// What a quick fix would change, before it does.
final class DiffSheet {
  private static final int LONGEST = 30;

  private DiffSheet() {}

  /// @param text the script as it is
  /// @param apply makes the change
  static Sheet open(Node anywhere, Offer offer, String text, Runnable apply) {
    List<LineDiff.Line> lines = LineDiff.of(text, offer.on(text));
    SqlArea area = SqlArea.reader(colours(lines)).withoutNumbers();
    area.setId("fix-diff");
    area.show(lines.stream().map(LineDiff.Line::shown).collect(Collectors.joining("\n")));
    var words = new Label(words(offer));
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    area.setPrefHeight(420);
    var box = new VBox(words, area);
    box.setSpacing(8);
    VBox.setVgrow(area, Priority.ALWAYS);
    String title = Character.toUpperCase(offer.title().charAt(0)) + offer.title().substring(1);
    String verb = title.length() > LONGEST ? "Change the text" : title;
    return Sheet.titled(title)
        .wide()
        .body(box)
        .act(
            verb,
            Sheet.Kind.USUAL,
            sheet -> {
              sheet.close();
              apply.run();
            })
        .onClose(area::close)
        .open(anywhere);
  }

  private static String words(Offer offer) {
    return switch (offer.kind()) {
      case FIX ->
          offer.fix().safe()
              ? "The changed statement was read again and is one that the server takes. It means the"
                  + " same, or only adds what the rule set asks for."
              : "The changed statement was read again and is one that the server takes. It does not"
                  + " mean the same as before: look at it.";
      case LOOK ->
          "The statement is replaced by one that only reads. Ctrl+Z brings the write back.";
      case IGNORE -> "Write the reason in place of the word \"reason\".";
    };
  }

  private static Highlighter colours(List<LineDiff.Line> lines) {
    var stretches = new ArrayList<Highlighter.Stretch>();
    int at = 0;
    for (LineDiff.Line line : lines) {
      int end = at + line.shown().length();
      String style =
          switch (line.kind()) {
            case ADDED -> "diff-added";
            case REMOVED -> "diff-removed";
            case GAP -> "sql-comment";
            case SAME -> "";
          };
      if (!style.isEmpty() && end > at) {
        stretches.add(new Highlighter.Stretch(at, end, style));
      }
      at = end + 1;
    }
    return text -> stretches;
  }
}
