package org.binnacle.review.rule.dml;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// Writes of large tables want a second look.
public final class TableSize implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.table-size", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.REPLICA)
          .off()
          .says("Writes of large tables want a second look.")
          .because(
              "A slip in the condition costs more there, and what was changed takes longer to put "
                  + "back. A policy: dml.affected-rows tells what a statement touches.")
          .param("min-mb", 10_240, "size from which on a table is large")
          .live("table t rows=40000000 mb=80000")
          .bad("UPDATE t SET a = 1 WHERE id = 7;")
          .live("table t rows=400 mb=1")
          .good("UPDATE t SET a = 1 WHERE id = 7;")
          .live("table t rows=40000000 mb=80000")
          .near("SELECT t.id FROM t WHERE id = 7;")
          .near("INSERT INTO t (a) VALUES (1);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Query query = s.query().orElse(null);
    if (query == null || (query.verb() != Query.Verb.UPDATE && query.verb() != Query.Verb.DELETE)) {
      return;
    }
    for (TableUse use : query.written()) {
      s.liveTable(Scope.name(s, use))
          .filter(table -> table.bytes() / 1_048_576 >= out.number("min-mb"))
          .ifPresent(
              table ->
                  out.at(
                      use.span().orElse(s.head()),
                      table.name(),
                      "%s has %s: be sure of the condition."
                          .formatted(table.name(), table.shown())));
    }
  }
}
