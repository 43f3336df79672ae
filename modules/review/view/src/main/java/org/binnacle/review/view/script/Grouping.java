package org.binnacle.review.view.script;

/// How findings are put together in the table.
enum Grouping {
  NONE("no groups"),
  STATEMENT("by statement"),
  RULE("by rule"),
  LEVEL("by level"),
  OBJECT("by object");

  private final String words;

  Grouping(String words) {
    this.words = words;
  }

  /// As it stands in the choice.
  @Override
  public String toString() {
    return words;
  }
}
