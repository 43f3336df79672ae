package org.binnacle.explain.read;

/// The bounds that keep hostile or broken text from taking the stack or the memory. Real plans stay
/// far below: MySQL joins at most 61 tables and nests at most 63 selects.
final class Bounds {
  /// Levels of a plan's tree; what lies deeper hangs at the last level.
  static final int PLAN_DEPTH = 400;

  /// Steps of one plan; the rest is left out with a note.
  static final int NODES = 20_000;

  /// Levels of JSON that are read; deeper ones are skipped.
  static final int JSON_DEPTH = 900;

  /// Levels of JSON beyond which the rest of the text is given up.
  static final int JSON_GIVE_UP = 50_000;

  /// Values of JSON; the rest of the text is given up.
  static final int JSON_VALUES = 600_000;

  /// Tables of one join that are shown as a left-deep tree; beyond it they hang side by side.
  static final int LEFT_DEEP = 100;

  /// Characters of a text that nobody understands which are kept as a step's words; the rest stays
  /// in the plan's raw text.
  static final int WORDS = 10_000;

  private Bounds() {}
}
