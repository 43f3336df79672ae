package org.binnacle.fxkit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// What fills a tab. Built on the FX thread; `shown` and `hidden` alternate; after `close` no
/// thread, timer, connection or listener of it is left.
public interface Panel extends AutoCloseable {

  /// Stable across starts, such as `sessions:<instance id>`; a tab with the same id is reused.
  String id();

  ObservableValue<String> title();

  /// An Ikonli literal such as `mdi2f-format-list-bulleted`.
  String icon();

  /// A colour token (red, orange, ...) for the frame around the panel, empty for none: red marks
  /// production.
  default String frame() {
    return "";
  }

  /// The words on the frame, such as `production shop-db-03`; empty for the title.
  default String frameWords() {
    return "";
  }

  /// The help topic that F1 opens: a file `help/<topic>.md`.
  default String help() {
    return "start";
  }

  Node node();

  /// The tab came to the front of its pane: listeners on.
  default void shown() {}

  /// The tab went to the back: listeners off. Collection may go on.
  default void hidden() {}

  /// Where the keyboard goes when the tab comes to the front.
  default void focus() {
    node().requestFocus();
  }

  @Override
  void close();
}
