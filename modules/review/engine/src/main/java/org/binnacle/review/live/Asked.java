package org.binnacle.review.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/// The server whose facts a review holds.
///
/// @param name as the inventory has it, or its address
/// @param version as the server says it
/// @param sqlMode its own
/// @param role `replica`, `read-only` or `source`
/// @param lagS seconds behind its source, where it knows
/// @param why why this one was asked
/// @param at when the review began to ask
public record Asked(
    String name,
    String address,
    String version,
    String sqlMode,
    String role,
    OptionalLong lagS,
    String why,
    Instant at) {

  /// `shop-2 (10.0.0.2:3306), MySQL 8.0.33, replica, 0 s behind, asked at 2026-01-02T03:04:05Z`
  public String words() {
    return "%s (%s), %s %s, %s%s, asked at %s"
        .formatted(
            name,
            address,
            version.contains("MariaDB") ? "MariaDB" : "MySQL",
            version,
            role,
            lagS.isPresent() ? ", " + lagS.getAsLong() + " s behind" : "",
            at.truncatedTo(ChronoUnit.SECONDS));
  }
}
