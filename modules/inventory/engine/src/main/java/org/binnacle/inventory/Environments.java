package org.binnacle.inventory;

import java.util.List;
import org.binnacle.kernel.Safety;

/// The environments that a new inventory begins with; the user may change them.
public final class Environments {
  /// The colour tokens that every theme has.
  public static final List<String> COLOURS =
      List.of("red", "orange", "yellow", "green", "blue", "purple", "grey");

  private Environments() {}

  public static List<Environment> shipped() {
    return List.of(
        new Environment("production", "red", Safety.STRICT),
        new Environment("staging", "orange", Safety.CAREFUL),
        new Environment("test", "green", Safety.RELAXED),
        new Environment("development", "green", Safety.RELAXED),
        new Environment("demo", "purple", Safety.RELAXED));
  }

  /// What an instance without an environment counts as: nothing is known of it, so with care.
  static Environment none() {
    return new Environment("", "grey", Safety.CAREFUL);
  }
}
