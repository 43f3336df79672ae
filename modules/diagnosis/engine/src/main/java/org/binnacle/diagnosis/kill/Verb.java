package org.binnacle.diagnosis.kill;

/// What KILL ends.
public enum Verb {
  /// The running statement; the connection and its transaction stay.
  QUERY("kill.query", "Kill query"),
  /// The connection; its transaction is rolled back.
  CONNECTION("kill.connection", "Kill connection");

  private final String act;
  private final String words;

  Verb(String act, String words) {
    this.act = act;
    this.words = words;
  }

  /// Its name in the audit log.
  public String act() {
    return act;
  }

  /// As a button says it, without the number.
  public String words() {
    return words;
  }
}
