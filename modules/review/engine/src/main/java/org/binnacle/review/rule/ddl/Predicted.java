package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.ddl.Prediction;

/// What a statement's ALTER TABLE will cost.
final class Predicted {
  private Predicted() {}

  /// Nothing for tables that the script itself has made: they are empty.
  static Optional<Cost> of(Subject s) {
    return s.prediction().flatMap(Prediction::inUse);
  }

  /// Empty tables too: the server refuses an impossible clause for those as well.
  static Optional<Cost> any(Subject s) {
    return s.prediction().flatMap(Prediction::cost);
  }

  /// `; about 40,000,000 rows, 8 GB; about 7 min at 20 MB/s`, where the size is known.
  static String size(Subject s) {
    return s.prediction().map(Prediction::sizeWords).orElse("");
  }
}
