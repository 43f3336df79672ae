package org.binnacle.sql;

/// Where things end in a text. Every method takes the index where the thing begins and gives the
/// index behind it; none looks back, so a pass over the text stays linear.
final class Scan {
  private Scan() {}

  /// The characters of bare names: digits, letters, `$`, `_` and everything beyond ASCII (MySQL 8.4
  /// manual, 11.2; servers take characters beyond the BMP as well).
  static boolean isNameChar(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == '$'
        || c >= 0x80;
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static char at(String text, int i) {
    return i < text.length() ? text.charAt(i) : '\0';
  }

  static int space(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static int line(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static int hexDigits(String text, int from) {
    int i = from;
    while (i < text.length() && Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 0x80) {
      i++;
    }
    return i;
  }

  static int bits(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == '0' || text.charAt(i) == '1')) {
      i++;
    }
    return i;
  }

  /// A quoted thing from its opening quote on, which is doubled to stand within.
  ///
  /// @return the index behind the closing quote, or minus the text's length where there is none
  static int quoted(String text, int from, boolean backslash) {
    char quote = text.charAt(from);
    int i = from + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        if (at(text, i + 1) != quote || i + 1 >= text.length()) {
          return i + 1;
        }
        i += 2;
      } else if (c == '\\' && backslash) {
        i += 2;
      } else {
        i++;
      }
    }
    return -text.length();
  }

  /// A number that begins with a digit, or with a dot and a digit; where the characters go on as a
  /// name (`2024_orders`), minus the index where the digits end.
  static int number(String text, int from) {
    int i = digits(text, from);
    if (at(text, i) == '.') {
      return exponent(text, digits(text, i + 1));
    }
    int whole = exponent(text, i);
    return whole == i && isNameChar(at(text, i)) ? -i : whole;
  }

  private static int exponent(String text, int from) {
    char c = at(text, from);
    if (c != 'e' && c != 'E') {
      return from;
    }
    char sign = at(text, from + 1);
    int first = sign == '+' || sign == '-' ? from + 2 : from + 1;
    int end = digits(text, first);
    return end > first ? end : from;
  }
}
