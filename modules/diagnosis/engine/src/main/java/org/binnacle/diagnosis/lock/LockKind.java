package org.binnacle.diagnosis.lock;

/// What a wait is for.
public enum LockKind {
  /// A row, a gap or a table of InnoDB.
  ROW("row"),
  /// A metadata lock of the server: of a table, a schema, the global read lock, a user lock.
  METADATA("MDL");

  private final String words;

  LockKind(String words) {
    this.words = words;
  }

  /// `row` or `MDL`.
  public String words() {
    return words;
  }
}
