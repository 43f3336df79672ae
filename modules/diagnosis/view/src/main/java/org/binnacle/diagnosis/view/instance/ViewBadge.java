package org.binnacle.diagnosis.view.instance;

import javafx.beans.value.ObservableValue;

/// A short count behind a view's name that does not wait for the view to be made: it tells what is
/// known already, and asks no server. On the FX thread.
public interface ViewBadge extends AutoCloseable {

  /// Such as `3`; empty for none.
  ObservableValue<String> text();

  /// The tab came to the front.
  void shown();

  void hidden();

  @Override
  void close();
}
