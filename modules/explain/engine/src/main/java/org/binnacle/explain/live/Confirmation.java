package org.binnacle.explain.live;

import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// What the user typed to say that something may be done on an instance.
///
/// @param typedName the instance's name where {@link #needed} says so
public record Confirmation(String typedName) {

  public static Confirmation none() {
    return new Confirmation("");
  }

  /// Whether the name of the instance has to be typed there.
  public static boolean needed(InstanceRef instance) {
    return instance.safety() == Safety.STRICT;
  }

  public boolean enoughFor(InstanceRef instance) {
    return !needed(instance) || typedName.strip().equals(instance.name());
  }
}
