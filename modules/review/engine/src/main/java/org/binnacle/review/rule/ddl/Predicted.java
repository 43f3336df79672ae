package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Subject;
import org.binnacle.review.ddl.Cost;
import org.binnacle.review.ddl.Predictor;

/// What a statement's ALTER TABLE will cost.
final class Predicted {
  private Predicted() {}

  /// Nothing for tables that the script itself has made: they are empty.
  static Optional<Cost> of(Subject s) {
    return s.alters().filter(a -> !s.schema().isFresh(a.table())).flatMap(a -> cost(s));
  }

  /// Empty tables too: the server refuses an impossible clause for those as well.
  static Optional<Cost> any(Subject s) {
    return s.alters().flatMap(a -> cost(s));
  }

  /// `; about 40,000,000 rows, 8 GB; about 7 min at 20 MB/s`, where the size is known.
  static String size(Subject s) {
    return s.risk()
        .flatMap(r -> r.size().map(size -> r.words().substring(r.cost().shown().length())))
        .orElse("");
  }

  private static Optional<Cost> cost(Subject s) {
    return s.alters().flatMap(a -> new Predictor(s.target()).predict(a, s.table(a.table())));
  }
}
