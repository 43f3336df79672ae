package org.binnacle.review.rule.object;

import java.util.Optional;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.QueryReader;

/// The query of a view as facts.
final class ViewQuery {
  private ViewQuery() {}

  /// Nothing where JSqlParser does not read it.
  static Optional<Query> of(Subject s, Ddl.CreateView view) {
    return QueryReader.read(view.select().in(s.text()));
  }
}
