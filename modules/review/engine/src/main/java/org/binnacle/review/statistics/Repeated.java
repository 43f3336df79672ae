package org.binnacle.review.statistics;

import java.time.Instant;
import java.util.List;

/// The same statement with the same finding in several places, or again after it was fixed.
///
/// @param words the statement, normalised; empty where it is not known
/// @param places files in which it is or was
/// @param returned how often it came back after a run had not seen it
/// @param authors of its lines, without the unknown one
public record Repeated(
    String rule,
    String fingerprint,
    String words,
    int places,
    int returned,
    List<String> authors,
    Instant first,
    Instant last) {

  public Repeated {
    authors = List.copyOf(authors);
  }
}
