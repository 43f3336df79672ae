package org.binnacle.review.rule;

import java.util.Collection;
import java.util.Optional;

/// What somebody may have meant to type.
public final class Nearest {
  private Nearest() {}

  /// The word with the fewest edits, where these are no more than a third of it.
  public static Optional<String> of(String typed, Collection<String> words) {
    String best = "";
    int least = Math.max(2, typed.length() / 3) + 1;
    for (String word : words) {
      if (Math.abs(word.length() - typed.length()) >= least) {
        continue;
      }
      int edits = edits(typed, word);
      if (edits < least) {
        least = edits;
        best = word;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        corner = above;
      }
    }
    return row[b.length()];
  }
}
