package org.binnacle.explain.mouth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers as people read them in a plan.
public final class Figures {
  private Figures() {}

  /// Rows: whole numbers from ten on, thousands apart; empty where it is not known.
  public static String rows(OptionalDouble rows) {
    return rows.isEmpty() ? "" : plain(rows.getAsDouble());
  }

  /// Milliseconds with three digits; empty where it is not known.
  public static String ms(OptionalDouble ms) {
    return rows(ms);
  }

  /// A number with at most three digits behind the point and thousands apart.
  public static String plain(double value) {
    double size = Math.abs(value);
    if (size >= 1e15) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    if (size >= 100 || value == Math.rint(value)) {
      return whole(Math.round(value));
    }
    // A formatter takes ten times as long, and a plan has thousands of numbers.
    int digits = size >= 10 ? 1 : size >= 0.01 ? 3 : 6;
    String text = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return trimmed(text);
  }

  /// Thousands apart.
  private static String whole(long value) {
    String digits = Long.toString(Math.abs(value));
    if (digits.length() <= 3) {
      return value < 0 ? "-" + digits : digits;
    }
    var text = new StringBuilder(digits.length() + 8);
    if (value < 0) {
      text.append('-');
    }
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(',');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /// How far two numbers are apart: `x12` for the larger over the smaller.
  public static String times(double ratio) {
    return "x" + plain(ratio < 10 ? Math.round(ratio * 10) / 10.0 : Math.rint(ratio));
  }

  private static String trimmed(String text) {
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
