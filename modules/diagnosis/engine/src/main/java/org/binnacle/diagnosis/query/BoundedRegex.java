package org.binnacle.diagnosis.query;

import java.util.regex.Pattern;

/// A regular expression from outside, ignoring case, that gives up instead of running for ever: one
/// that needs more than 200,000 looks at a character finds nothing.
///
/// @param text as it was written
public record BoundedRegex(String text, Pattern pattern) {

  /// @throws java.util.regex.PatternSyntaxException where it is none
  public static BoundedRegex of(String text) {
    return new BoundedRegex(text, Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
  }

  /// Whether it is found anywhere in a text.
  public boolean in(String where) {
    return new Match.Regex(pattern).in(where);
  }
}
