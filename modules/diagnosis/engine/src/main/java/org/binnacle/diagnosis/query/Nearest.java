package org.binnacle.diagnosis.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the word that somebody who mistyped probably meant.
public final class Nearest {
  private Nearest() {}

  public static Optional<String> to(String typed, Collection<String> known) {
    int allowed = Math.max(1, Math.min(3, typed.length() / 2));
    return known.stream()
        .filter(word -> typed.length() <= 40 && distance(typed, word) <= allowed)
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /// Letters to insert, delete, change or swap with the next.
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
