package org.binnacle.diagnosis.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// The same with further tables in a part.
  Recorded with(String step, Map<String, Grid> grids) {
    var all = new ArrayList<Part>();
    for (Part part : parts) {
      if (!part.step().equals(step)) {
        all.add(part);
        continue;
      }
      var more = new LinkedHashMap<>(part.grids());
      more.putAll(grids);
      all.add(
          new Part(
              step,
              part.version(),
              part.status(),
              part.detail(),
              part.ms(),
              part.bytes(),
              more,
              part.texts()));
    }
    return new Recorded(instance, version, flavour, all);
  }

  public Optional<Part> part(String step) {
    return parts.stream().filter(part -> part.step().equals(step)).findFirst();
  }

  /// A part whose shape this program knows; see {@link Understood}.
  public Optional<Part> understood(String step) {
    return part(step).filter(Understood::is);
  }

  /// A table of a step; an empty one where there is none, or its shape is not known here.
  public Grid grid(String step, String name) {
    return understood(step)
        .map(part -> part.grids().getOrDefault(name, Grid.EMPTY))
        .orElse(Grid.EMPTY);
  }

  public String text(String step, String name) {
    return understood(step).map(part -> part.texts().getOrDefault(name, "")).orElse("");
  }
}
