package org.binnacle.review;

import java.util.List;

/// A setting of a rule; its type is that of its default.
///
/// @param standard an Integer, a Boolean, a String or a list of Strings
public record Param(String name, Object standard, String about) {

  public Param {
    if (!isKnown(standard)) {
      throw new IllegalArgumentException(name + " is of no known type");
    }
  }

  private static boolean isKnown(Object value) {
    return value instanceof Integer
        || value instanceof Boolean
        || value instanceof String
        || value instanceof List<?>;
  }

  /// `a number`, `true or false`, `a text`, `a list`.
  public String type() {
    return switch (standard) {
      case Integer n -> "a number";
      case Boolean b -> "true or false";
      case String s -> "a text";
      default -> "a list of texts";
    };
  }

  /// Whether a value may stand for the default.
  public boolean takes(Object value) {
    return standard instanceof List<?>
        ? value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
        : standard.getClass() == value.getClass();
  }
}
