package org.binnacle.kernel;

import java.util.Comparator;

/// Names as people sort them: case does not count, and digits count as the number that they are, so
/// that `db-2` stands before `db-10`.
public final class NaturalOrder {
  /// Texts that differ in case only are the same to it.
  public static final Comparator<String> OF_NAMES =
      ((Comparator<String>) NaturalOrder::compare).thenComparing(String.CASE_INSENSITIVE_ORDER);

  private NaturalOrder() {}

  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      char a = one.charAt(i);
      char b = other.charAt(j);
      if (digit(a) && digit(b)) {
        i = withoutZeros(one, i);
        j = withoutZeros(other, j);
        int endOne = end(one, i);
        int endOther = end(other, j);
        if (endOne - i != endOther - j) {
          return Integer.compare(endOne - i, endOther - j);
        }
        for (; i < endOne; i++, j++) {
          if (one.charAt(i) != other.charAt(j)) {
            return Character.compare(one.charAt(i), other.charAt(j));
          }
        }
      } else {
        int order = a == b ? 0 : Character.compare(plain(a), plain(b));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static boolean digit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static int withoutZeros(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && digit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static char plain(char letter) {
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}
