package org.binnacle.diagnosis.health;

/// What an instance is in replication, as it says itself.
public enum Role {
  /// Nobody has answered yet, or the account may not see it.
  UNKNOWN("?"),
  /// Neither sends nor applies.
  ALONE("alone"),
  /// Sends to others and applies from none.
  SOURCE("source"),
  /// Applies from another.
  REPLICA("replica"),
  /// Applies from another and sends on.
  RELAY("relay");

  private final String words;

  Role(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
