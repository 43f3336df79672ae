package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.explain.insight.Finding;
import org.binnacle.fxkit.Icons;

/// The menu of a finding: where it leads on to, and its words to copy. Made when it is asked for,
/// by the mouse or the keyboard. On the FX thread.
final class FindingMenu {
  private FindingMenu() {}

  /// Gives a node that stands for a finding its menu.
  static void on(Node node, Finding finding, PlanLinks links) {
    node.setOnContextMenuRequested(
        event -> {
          of(finding, links).show(node, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  static ContextMenu of(Finding finding, PlanLinks links) {
    var items = new ArrayList<MenuItem>();
    for (PlanLinks.Link link : links.of(finding)) {
      items.add(item(link.icon(), link.words(), link.go()));
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item("mdi2c-content-copy", "Copy the finding", () -> copy(words(finding))));
    var menu = new ContextMenu();
    menu.getItems().setAll(items);
    return menu;
  }

  private static MenuItem item(String icon, String words, Runnable act) {
    var item = new MenuItem(words, Icons.of(icon));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }

  /// The finding as a text of its own.
  static String words(Finding finding) {
    Optional<String> evidence =
        Optional.of(Findings.evidence(finding.evidence())).filter(text -> !text.isEmpty());
    return finding.words()
        + evidence.map(text -> "\n" + text).orElse("")
        + "\nNext: "
        + finding.next();
  }

  private static void copy(String words) {
    var content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
