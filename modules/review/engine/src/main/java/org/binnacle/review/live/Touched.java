package org.binnacle.review.live;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Query;

/// The tables of the schema that a statement changes: by DDL or by writing.
public final class Touched {
  private Touched() {}

  public static List<TableName> by(Subject s) {
    if (s.ddl().isPresent()) {
      return Named.tables(s.ddl().get());
    }
    return s.query()
        .filter(q -> q.verb() != Query.Verb.SELECT)
        .map(
            q ->
                q.written().stream()
                    .map(
                        t ->
                            new TableName(
                                Optional.of(t.schema()).filter(n -> !n.isEmpty()),
                                t.name(),
                                t.span().orElse(s.head())))
                    .toList())
        .orElse(List.of());
  }
}
