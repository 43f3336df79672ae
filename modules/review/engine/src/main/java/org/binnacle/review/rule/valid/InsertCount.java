package org.binnacle.review.rule.valid;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.parse.Bulk;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// Each row of an INSERT must have as many values as there are columns.
public final class InsertCount implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.insert-count", Level.ERROR)
          .says("Each row of an INSERT must have as many values as there are columns.")
          .because("The server refuses it with error 1136.")
          .bad("INSERT INTO t (a, b) VALUES (1, 2), (3);")
          .bad("INSERT INTO t (a) VALUES (1, 2);")
          .good("INSERT INTO t (a, b) VALUES (1, 2), (3, 4);")
          .near("INSERT INTO t VALUES ();")
          .near("INSERT INTO t (a, b) VALUES (concat('x', 'y'), (SELECT 1));")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int);")
          .bad("INSERT INTO t VALUES (1, 2, 3);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.parsed() instanceof Parsed.Understood u && u.bulk().flatMap(Bulk::uneven).isPresent()) {
      Span row = u.bulk().get().uneven().get();
      out.at(
          new Span(row.start(), Math.min(row.end(), row.start() + 80)),
          "",
          "This row has another number of values than the first.");
      return;
    }
    Query query = s.query().filter(q -> q.insert().isPresent()).orElse(null);
    if (query == null || query.insert().get().rows().isEmpty()) {
      return;
    }
    int columns = query.insert().get().columns().size();
    if (columns == 0) {
      TableUse use = query.written().getFirst();
      columns = s.schema().isComplete() ? Columns.visible(s, use) : 0;
    }
    int wanted = columns == 0 ? query.insert().get().rows().getFirst().size() : columns;
    for (List<Operand> row : query.insert().get().rows()) {
      if (row.size() != wanted && !row.isEmpty()) {
        out.at(
            row.getFirst().span().orElse(s.head()),
            query.written().getFirst().name(),
            "%d values for %d columns.".formatted(row.size(), wanted));
        return;
      }
    }
  }
}
