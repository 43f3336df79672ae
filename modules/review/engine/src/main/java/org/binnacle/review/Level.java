package org.binnacle.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much a finding matters, worst first. Screens call them critical, warning and suggestion.
public enum Level {
  ERROR,
  WARNING,
  NOTICE;

  /// `error`, as rule sets and reports write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By its word, or by the one that screens show.
  public static Optional<Level> named(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "critical" -> Optional.of(ERROR);
      case "suggestion" -> Optional.of(NOTICE);
      default -> Arrays.stream(values()).filter(l -> l.word().equalsIgnoreCase(word)).findFirst();
    };
  }

  public boolean reaches(Level limit) {
    return compareTo(limit) <= 0;
  }
}
