package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TreeItem;

/// A line of the schema browser that knows all that lies in it, and shows what passes the filter.
final class SchemaItem extends TreeItem<SchemaNode> {
  private final String words;
  private List<SchemaItem> all = List.of();
  private String wanted = "";

  SchemaItem(SchemaNode node) {
    super(node);
    words = node.words().toLowerCase(Locale.ROOT);
  }

  /// The root, which is not shown.
  static SchemaItem root() {
    return new SchemaItem(new SchemaNode.Note(""));
  }

  static SchemaItem note(String words) {
    return new SchemaItem(new SchemaNode.Note(words));
  }

  /// What lies in it from now on.
  void fill(List<SchemaItem> children) {
    all = List.copyOf(children);
    sift(wanted);
  }

  /// All that lies in it, shown or not.
  List<SchemaItem> all() {
    return all;
  }

  /// Whether what lies in it was read.
  boolean read() {
    return !all.isEmpty()
        && !(all.size() == 1 && all.getFirst().getValue() instanceof SchemaNode.Note);
  }

  private boolean fits(String text) {
    return !(getValue() instanceof SchemaNode.Note) && words.contains(text);
  }

  /// Shows only what holds the text, with all that lies in that, and what leads there.
  ///
  /// @param text in small letters; empty for all
  /// @return whether the line itself is to be shown
  boolean sift(String text) {
    wanted = text;
    boolean self = text.isEmpty() || fits(text);
    var shown = new ArrayList<SchemaItem>(all.size());
    for (SchemaItem child : all) {
      if (child.sift(self ? "" : text)) {
        shown.add(child);
      }
    }
    if (!shown.equals(getChildren())) {
      getChildren().setAll(shown);
    }
    if (!self && !shown.isEmpty()) {
      setExpanded(true);
    }
    return self || !shown.isEmpty();
  }
}
