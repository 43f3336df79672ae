package org.binnacle.diagnosis.past;

import java.util.List;
import org.binnacle.diagnosis.incident.Part;

/// How a scene becomes parts, as those of an incident, and parts a scene again.
public interface Packing<T> {

  /// What fills the scene.
  List<Part> parts(T scene);

  /// The scene without it: when, how long, notes, what is denied.
  T bare(T scene);

  /// The scene again.
  T full(T bare, List<Part> parts);
}
