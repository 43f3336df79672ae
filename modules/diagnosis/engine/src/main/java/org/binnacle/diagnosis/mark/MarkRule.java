package org.binnacle.diagnosis.mark;

/// One rule: which rows it marks, and how.
///
/// @param word what stands on the row, such as `blocked`; never empty
/// @param query which rows, in the language of the query bar
/// @param on whether it is used
public record MarkRule(String word, String query, MarkColour colour, MarkShape shape, boolean on) {

  public MarkRule on(boolean used) {
    return new MarkRule(word, query, colour, shape, used);
  }
}
