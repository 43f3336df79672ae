package org.binnacle.diagnosis.view.incident;

import javafx.scene.Node;
import org.binnacle.diagnosis.view.instance.InstanceView;

/// A view that never changes and needs nothing.
record StillView(Node node) implements InstanceView {

  @Override
  public void shown() {}

  @Override
  public void hidden() {}

  @Override
  public String help() {
    return "incidents";
  }

  @Override
  public void close() {}
}
