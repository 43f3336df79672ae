package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Markdown as JavaFX nodes, for our own help texts; no web view. Knows headings, paragraphs,
/// lists, code, quotes, rules, emphasis and links; shows anything else by its text.
final class Markdown {
  private final Consumer<String> link;

  /// @param link takes the target of a link that was clicked
  Markdown(Consumer<String> link) {
    this.link = link;
  }

  VBox render(String markdown) {
    var page = new VBox();
    page.getStyleClass().add("markdown");
    blocks(Parser.builder().build().parse(markdown), page);
    return page;
  }

  private void blocks(Node parent, VBox into) {
    for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
      switch (at) {
        case Heading heading -> {
          TextFlow flow = flow(heading);
          flow.getStyleClass().add("h" + Math.min(3, heading.getLevel()));
          into.getChildren().add(flow);
        }
        case Paragraph paragraph -> into.getChildren().add(flow(paragraph));
        case FencedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
        case IndentedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
        case BulletList list -> items(list, into, false);
        case OrderedList list -> items(list, into, true);
        case BlockQuote quote -> {
          var box = new VBox();
          box.getStyleClass().add("quote");
          blocks(quote, box);
          into.getChildren().add(box);
        }
        case ThematicBreak rule -> {
          var line = new javafx.scene.control.Separator();
          into.getChildren().add(line);
        }
        default -> into.getChildren().add(flow(at));
      }
    }
  }

  private void items(Node list, VBox into, boolean numbered) {
    int number = 1;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      var mark = new Label(numbered ? number++ + "." : "•");
      mark.getStyleClass().add("item-mark");
      var text = new VBox();
      text.getStyleClass().add("item");
      HBox.setHgrow(text, Priority.ALWAYS);
      blocks(item, text);
      into.getChildren().add(new HBox(mark, text));
    }
  }

  private static Label code(String literal) {
    var code = new Label(literal.stripTrailing());
    code.getStyleClass().addAll("code-block", "mono");
    code.setMaxWidth(Double.MAX_VALUE);
    return code;
  }

  private TextFlow flow(Node block) {
    var flow = new TextFlow();
    inline(block, List.of(), flow);
    return flow;
  }

  private void inline(Node parent, List<String> styles, TextFlow into) {
    for (Node at = parent.getFirstChild(); at != null; at = at.getNext()) {
      switch (at) {
        case org.commonmark.node.Text text -> add(text.getLiteral(), styles, into);
        case Code code -> add(code.getLiteral(), with(styles, "inline-code"), into);
        case Emphasis emphasis -> inline(emphasis, with(styles, "italic"), into);
        case StrongEmphasis strong -> inline(strong, with(styles, "bold"), into);
        case SoftLineBreak space -> add(" ", styles, into);
        case HardLineBreak end -> add("\n", styles, into);
        case Link target -> {
          var words = new TextFlow();
          inline(target, styles, words);
          var plain = new StringBuilder();
          words.getChildren().forEach(n -> plain.append(n instanceof Text t ? t.getText() : ""));
          var hyperlink = new Hyperlink(plain.toString());
          hyperlink.setOnAction(event -> link.accept(target.getDestination()));
          into.getChildren().add(hyperlink);
        }
        default -> inline(at, styles, into);
      }
    }
  }

  private static void add(String literal, List<String> styles, TextFlow into) {
    var text = new Text(literal);
    text.getStyleClass().addAll(styles);
    into.getChildren().add(text);
  }

  private static List<String> with(List<String> styles, String style) {
    var all = new ArrayList<>(styles);
    all.add(style);
    return all;
  }
}
