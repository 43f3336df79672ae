package org.binnacle.explain.worksheet;

import java.util.Set;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// Whether a run may change something.
///
/// @param writes false: sessions are read-only and statements that change or lock are refused
/// @param typedNames the names of instances that were typed; those with {@link Safety#STRICT} ask
///   for it
/// @param reason why, for the audit log; may be empty
public record Arming(boolean writes, Set<String> typedNames, String reason) {

  public Arming {
    typedNames = Set.copyOf(typedNames);
  }

  public static Arming readOnly() {
    return new Arming(false, Set.of(), "");
  }

  public static Arming armed(Set<String> typedNames, String reason) {
    return new Arming(true, typedNames, reason);
  }

  /// Whether the instance's name has to be typed before it can be armed.
  public static boolean needsTypedName(InstanceRef instance) {
    return instance.safety() == Safety.STRICT;
  }

  boolean enoughFor(InstanceRef instance) {
    return !needsTypedName(instance)
        || typedNames.stream().anyMatch(typed -> typed.strip().equals(instance.name()));
  }
}
