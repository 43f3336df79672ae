package org.binnacle.explain.view.plan;

import javafx.util.StringConverter;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// Instances in a list, by their name and environment.
public final class InstanceNames extends StringConverter<InstanceRef> {
  @Override
  public String toString(@Nullable InstanceRef one) {
    return one == null ? "" : one.name();
  }

  @Override
  public InstanceRef fromString(String name) {
    throw new UnsupportedOperationException(name);
  }
}
