package org.binnacle.inventory.view;

import org.binnacle.kernel.Severity;

/// What is known of an instance's role and health, as the navigator shows it.
///
/// @param role what the server says of itself, not what the inventory's field says
/// @param severity UNKNOWN where there is no data; never shown as good
/// @param words beside the name: `2 s`, `lag 312 s`, `down: connection refused`; may be empty
/// @param tally what a group counts it as where it is not well: `lagging`, `down`
public record Mark(Role role, Severity severity, String words, String tally) {

  public enum Role {
    SOURCE("source"),
    REPLICA("replica"),
    /// A replica that others replicate from.
    RELAY("relay"),
    ALONE("standalone"),
    UNKNOWN("");

    private final String words;

    Role(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Of an instance that nothing was heard of yet.
  public static final Mark NONE = new Mark(Role.UNKNOWN, Severity.UNKNOWN, "?", "unknown");

  public static Mark ok(Role role, String words) {
    return new Mark(role, Severity.OK, words, "");
  }

  public static Mark lagging(String words) {
    return new Mark(Role.REPLICA, Severity.WARNING, words, "lagging");
  }

  /// @param reason in a few words, such as `connection refused`
  public static Mark down(Role role, String reason) {
    return new Mark(role, Severity.CRITICAL, "down: " + reason, "down");
  }
}
