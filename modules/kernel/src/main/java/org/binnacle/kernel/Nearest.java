package org.binnacle.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody meant who typed something else.
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /// The candidate with the fewest typing errors between them, where there are few enough to be a
  /// slip: one in two letters, three at most, or the beginning of a word. Nothing is near a text of
  /// over 64 characters.
  public static Optional<String> to(String typed, Collection<String> candidates) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> near(wanted, candidate.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparingInt(
                (String candidate) -> errors(wanted, candidate.toLowerCase(Locale.ROOT))));
  }

  private static boolean near(String wanted, String candidate) {
    int slips = Math.clamp(wanted.length() / 2, 1, 3);
    return (wanted.length() >= 3 && candidate.startsWith(wanted))
        || errors(wanted, candidate) <= slips;
  }

  /// Levenshtein's distance, in which two neighbours swapped count as one error.
  private static int errors(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
