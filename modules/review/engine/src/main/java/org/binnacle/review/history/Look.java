package org.binnacle.review.history;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// One file of a run, as it is kept.
///
/// @param path in its project
/// @param shares how many statements each author wrote; the empty one for nobody known
/// @param words the normalised texts of the statements with findings, by fingerprint
/// @param ran whether a rule looked at this file: what it did not find is fixed
public record Look(
    String path,
    Map<String, Integer> shares,
    List<Seen> seen,
    Map<String, String> words,
    Predicate<String> ran) {

  public Look {
    shares = Map.copyOf(shares);
    seen = List.copyOf(seen);
    words = Map.copyOf(words);
  }
}
