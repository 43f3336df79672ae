package org.binnacle.review.rule.valid;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Query;

/// A column must not be given a value twice.
public final class InsertDuplicateColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.insert-dup-column", Level.ERROR)
          .concerns(Concern.QUERIES)
          .says("A column must not be given a value twice.")
          .because(
              "The server refuses it with error 1110 in INSERT; in UPDATE the last " + "one wins.")
          .bad("INSERT INTO t (a, b, a) VALUES (1, 2, 3);")
          .bad("UPDATE t SET a = 1, a = 2 WHERE id = 1;")
          .good("INSERT INTO t (a, b) VALUES (1, 2);")
          .near("UPDATE t JOIN u ON t.id = u.id SET t.a = 1, u.a = 2;")
          .near("INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Query query = s.query().orElse(null);
    if (query == null) {
      return;
    }
    query.insert().ifPresent(i -> twice(i.columns(), s, out));
    if (query.verb() == Query.Verb.UPDATE) {
      twice(query.set().stream().map(Query.Assignment::column).toList(), s, out);
    }
  }

  private static void twice(List<ColumnUse> columns, Subject s, Findings out) {
    var seen = new HashSet<String>();
    for (ColumnUse c : columns) {
      if (!seen.add((c.table() + "." + c.name()).toLowerCase(Locale.ROOT))) {
        out.at(c.span().orElse(s.head()), c.name(), c.name() + " is named twice.");
      }
    }
  }
}
