package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// What was recorded of one instance.
///
/// @param version as VERSION() says; empty where it could not be reached
/// @param flavour such as `MySQL 8.0`
/// @param parts in the order of the steps
public record Recorded(InstanceRef instance, String version, String flavour, List<Part> parts) {

  public Recorded {
    parts = List.copyOf(parts);
  }

  /// The same with a part before all others.
  Recorded after(Optional<Part> first) {
    return first
        .map(
            part -> {
              var all = new ArrayList<Part>();
              all.add(part);
              all.addAll(parts);
              return new Recorded(instance, version, flavour, all);
            })
        .orElse(this);
  }

  public Optional<Part> part(String step) {
    return parts.stream().filter(part -> part.step().equals(step)).findFirst();
  }

  /// A table of a step; an empty one where there is none.
  public Grid grid(String step, String name) {
    return part(step).map(part -> part.grids().getOrDefault(name, Grid.EMPTY)).orElse(Grid.EMPTY);
  }

  public String text(String step, String name) {
    return part(step).map(part -> part.texts().getOrDefault(name, "")).orElse("");
  }
}
