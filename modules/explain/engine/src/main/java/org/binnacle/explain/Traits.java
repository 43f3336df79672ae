package org.binnacle.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What else is known of a step.
///
/// @param conditions its conditions
/// @param flags in the order of {@link Flag}
/// @param details everything that has no field of its own, by the server's key, in its order
public record Traits(Conditions conditions, Set<Flag> flags, Map<String, String> details) {
  public static final Traits NONE = new Traits(Conditions.NONE, Set.of(), Map.of());

  public Traits {
    flags = Flag.ordered(flags);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public Optional<String> detail(String key) {
    return Optional.ofNullable(details.get(key));
  }

  /// A detail as a number, where it is one.
  public OptionalDouble number(String key) {
    String text = details.get(key);
    if (text == null) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
