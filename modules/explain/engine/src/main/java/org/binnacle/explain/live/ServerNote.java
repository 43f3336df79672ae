package org.binnacle.explain.live;

/// A line of SHOW WARNINGS.
///
/// @param level Note, Warning or Error
public record ServerNote(String level, int code, String text) {
  /// Carries the statement as the optimizer rewrote it.
  static final int REWRITTEN = 1003;

  /// Whether it says that the statement was ended before its end: a time limit or a kill.
  boolean ended() {
    return code == 3024 || code == 1317 || code == 1969;
  }

  /// As insights read it: `1739 Cannot use ref access on index ...`.
  public String words() {
    return code + " " + text;
  }
}
