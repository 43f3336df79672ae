package org.binnacle.diagnosis.topsql;

import java.util.regex.Pattern;

/// A statement in words.
///
/// @param text its digest text: values are `?`
/// @param sample one that ran, with its values; empty where the server keeps none
public record StatementText(String text, String sample) {
  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?:EXECUTE|PREPARE|DEALLOCATE PREPARE)\\s+`?binnacle_", Pattern.CASE_INSENSITIVE);
  public static final StatementText UNKNOWN = new StatementText("", "");

  /// Whether it is one of Binnacle's own: they are marked in their comment, of which the digest
  /// text keeps nothing and the sample all, or run under a name of ours.
  public boolean ours() {
    return sample.contains("/* binnacle:") || OWN_NAME.matcher(text).lookingAt();
  }

  /// Servers cut long texts and mark that with three dots.
  public boolean cut() {
    return text.endsWith("...");
  }
}
