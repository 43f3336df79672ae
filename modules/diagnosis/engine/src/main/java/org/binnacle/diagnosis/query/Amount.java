package org.binnacle.diagnosis.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.diagnosis.session.Field;

/// A number with its unit: `5`, `1.5s`, `2m`, `100k`.
///
/// @param value in microseconds for times, in pieces for counts
/// @param unit the size of one of the written units: `5` seconds and `5s` are 5 times 1,000,000
public record Amount(long value, long unit) {
  static final List<String> SPANS = List.of("us", "ms", "s", "m", "h", "d");
  static final List<String> COUNTS = List.of("k", "m", "g");

  /// Empty where it is none.
  public static Optional<Amount> read(String text, Field.Type type) {
    String low = text.toLowerCase(Locale.ROOT);
    int digits = 0;
    while (digits < low.length() && (isDigit(low.charAt(digits)) || low.charAt(digits) == '.')) {
      digits++;
    }
    long unit = unit(low.substring(digits), type);
    if (digits == 0 || digits > 18 || unit == 0 || low.charAt(0) == '.') {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(low.substring(0, digits)) * unit;
      return value > 9e17 ? Optional.empty() : Optional.of(new Amount(Math.round(value), unit));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static long unit(String unit, Field.Type type) {
    if (type == Field.Type.SPAN) {
      return switch (unit) {
        case "us" -> 1;
        case "ms" -> 1_000;
        case "", "s" -> 1_000_000;
        case "m", "min" -> 60_000_000;
        case "h" -> 3_600_000_000L;
        case "d" -> 86_400_000_000L;
        default -> 0;
      };
    }
    return switch (unit) {
      case "" -> 1;
      case "k" -> 1_000;
      case "m" -> 1_000_000;
      case "g" -> 1_000_000_000;
      default -> 0;
    };
  }
}
