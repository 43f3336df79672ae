package org.binnacle.diagnosis.topsql;

/// A statement in words.
///
/// @param text its digest text: values are `?`
/// @param sample one that ran, with its values; empty where the server keeps none
public record StatementText(String text, String sample) {
  public static final StatementText UNKNOWN = new StatementText("", "");

  /// Servers cut long texts and mark that with three dots.
  public boolean cut() {
    return text.endsWith("...");
  }
}
