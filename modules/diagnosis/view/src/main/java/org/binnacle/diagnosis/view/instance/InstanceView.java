package org.binnacle.diagnosis.view.instance;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One view of an instance: what stands behind a digit of the switcher. Made on the FX thread when
/// it is first chosen. It may ask servers between {@link #shown()} and {@link #hidden()} only,
/// which alternate; after {@link #close()} no thread, timer, connection or listener of it is left.
public interface InstanceView extends AutoCloseable {

  Node node();

  /// It came to the front: begin to ask, listeners on.
  void shown();

  /// It went to the back, or its tab did: stop asking. What was seen stays.
  void hidden();

  /// Where the keyboard goes.
  default void focus() {
    node().requestFocus();
  }

  /// Brings a session to the eye, where the view knows it. Called after {@link #shown()}.
  default void point(Point at) {}

  /// The moment that it shows where it stands still; empty where it is live.
  default Optional<Instant> moment() {
    return Optional.empty();
  }

  /// Goes to a moment that is kept of it; nothing where none is.
  default void seek(Instant moment) {}

  /// A short count behind the view's name in the switcher, such as `41`; empty for none.
  default ObservableValue<String> badge() {
    return new ReadOnlyStringWrapper("").getReadOnlyProperty();
  }

  /// The help topic that F1 opens: a file `help/<topic>.md`.
  default String help() {
    return "start";
  }

  @Override
  void close();
}
