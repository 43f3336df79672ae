package org.binnacle.review.rule.drc;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;

/// A table written in several regions needs a column that each change updates by itself.
public final class RequireUpdatedAt implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.require-updated-at", Level.ERROR)
          .off()
          .says(
              "A table written in several regions needs a column that each change "
                  + "updates by itself.")
          .because(
              "The later of two changes of one row is told by it; without one "
                  + "conflicts cannot be settled.")
          .param("names", List.of(), "names that the column may have; any where empty")
          .bad("CREATE TABLE t (id bigint PRIMARY KEY, a int);")
          .bad(
              "CREATE TABLE t (id bigint PRIMARY KEY, updated_at timestamp(3) NOT "
                  + "NULL DEFAULT CURRENT_TIMESTAMP(3));")
          .good(
              "CREATE TABLE t (id bigint PRIMARY KEY, updated_at timestamp(3) NOT "
                  + "NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3));")
          .near("CREATE TEMPORARY TABLE t (id bigint);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Drc.created(s)
        .filter(t -> Drc.autoUpdated(t, out.list("names")).isEmpty())
        .ifPresent(
            t -> {
              String words =
                  "No column is updated by itself: add updated_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3).";
              Span at = s.tableName().orElseThrow().span();
              List<String> names = out.list("names");
              String name = names.isEmpty() ? "updated_at" : names.getFirst();
              if (t.column(name).isPresent()) {
                out.at(at, t.name(), words);
              } else {
                out.at(at, t.name(), words, Elements.column(s, name));
              }
            });
  }
}
