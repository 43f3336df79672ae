package org.binnacle.diagnosis.replication;

/// What an instance is to the others of the tree.
public enum ReplicaRole {
  /// Sends its binlog and applies from nobody.
  SOURCE("source"),
  /// Applies from one and sends on to others: an intermediate source.
  RELAY("relay"),
  REPLICA("replica"),
  /// Applies, through others or directly, what it has sent itself.
  RING("ring"),
  /// Neither sends nor applies.
  ALONE("alone"),
  /// Never seen, and nobody names it as its source.
  UNKNOWN("?");

  private final String words;

  ReplicaRole(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
