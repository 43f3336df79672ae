package org.binnacle.review;

/// What a rule cannot do without.
public enum Need {
  /// The script alone.
  TEXT("the script"),
  /// The tables as they are: `--schema` or `--snapshot`.
  SCHEMA("a schema"),
  /// A server to ask: `--on`.
  REPLICA("a replica");

  private final String words;

  Need(String words) {
    this.words = words;
  }

  /// `a schema`
  public String words() {
    return words;
  }
}
