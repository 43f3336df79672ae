package org.binnacle.app.live;

import java.util.List;
import java.util.OptionalLong;
import org.binnacle.mysql.Server;

/// The server that a review asks.
///
/// @param source whether it takes writes: asked only where the user said so
/// @param passed the others and why they were not taken, in words
public record Chosen(
    Server server,
    String version,
    boolean source,
    boolean replicates,
    OptionalLong lagS,
    String why,
    List<String> passed) {

  public Chosen {
    passed = List.copyOf(passed);
  }

  /// `replica`, `read-only` or `source`
  public String role() {
    return source ? "source" : replicates ? "replica" : "read-only";
  }
}
