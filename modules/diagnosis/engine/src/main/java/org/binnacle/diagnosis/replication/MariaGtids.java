package org.binnacle.diagnosis.replication;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Positions of MariaDB, `domain-server-sequence` separated by commas: a number a domain, not a
/// set. What is not understood is left out.
final class MariaGtids {
  private MariaGtids() {}

  /// How many transactions a replica lacks; empty where the texts hold no positions. Sequences are
  /// without gaps unless somebody set them by hand.
  static OptionalLong missing(String source, String replica) {
    Map<Long, Long> its = sequences(source);
    Map<Long, Long> own = sequences(replica);
    if (its.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        its.entrySet().stream()
            .mapToLong(
                domain -> Math.max(0, domain.getValue() - own.getOrDefault(domain.getKey(), 0L)))
            .sum());
  }

  private static Map<Long, Long> sequences(String text) {
    Map<Long, Long> sequences = new HashMap<>();
    for (String part : text.split(",")) {
      if (part.strip().matches("\\d{1,10}-\\d{1,10}-\\d{1,18}")) {
        String[] pieces = part.strip().split("-");
        sequences.merge(Long.parseLong(pieces[0]), Long.parseLong(pieces[2]), Math::max);
      }
    }
    return sequences;
  }
}
