package org.binnacle.explain.read;

/// The bounds that keep hostile or broken text from taking the stack or the memory. Real plans stay
/// far below: MySQL joins at most 61 tables and nests at most 63 selects.
final class Bounds {
  /// Levels of a plan's tree; what lies deeper hangs at the last level.
  static final int PLAN_DEPTH = 400;

  /// Levels of JSON that are read; deeper ones are skipped.
  static final int JSON_DEPTH = 900;

  /// Levels of JSON beyond which the rest of the text is given up.
  static final int JSON_GIVE_UP = 50_000;

  /// Values of JSON; the rest of the text is given up.
  static final int JSON_VALUES = 1_500_000;

  /// Tables of one join that are shown as a left-deep tree; beyond it they hang side by side.
  static final int LEFT_DEEP = 100;

  private Bounds() {}
}
