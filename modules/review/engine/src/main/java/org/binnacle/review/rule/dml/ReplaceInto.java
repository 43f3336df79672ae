package org.binnacle.review.rule.dml;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Kind;
import org.binnacle.sql.query.TableUse;

/// REPLACE should not be used.
public final class ReplaceInto implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.replace", Level.WARNING)
          .says("REPLACE should not be used.")
          .because(
              "It deletes the row and inserts another: foreign keys cascade, "
                  + "triggers fire twice, AUTO_INCREMENT moves on, columns that are not "
                  + "named are lost.")
          .bad("REPLACE INTO t (a, b) VALUES (1, 2);")
          .good("INSERT INTO t (a, b) VALUES (1, 2) ON DUPLICATE KEY UPDATE b = 2;")
          .near("SELECT REPLACE(a, 'x', 'y') FROM t WHERE b = 1;")
          .near("CREATE TABLE t (a int); REPLACE INTO t (a) VALUES (1);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (!s.begins("REPLACE") || s.statement().kind() != Kind.DML) {
      return;
    }
    TableUse use = s.query().flatMap(q -> q.written().stream().findFirst()).orElse(null);
    if (use == null
        ? s.schema().isFresh(Rows.bulkTable(s))
        : s.schema().isFresh(Scope.name(s, use))) {
      return;
    }
    String name = use == null ? "" : use.name();
    List<String> children =
        use == null
            ? List.of()
            : s.schema().tables().stream()
                .filter(
                    t ->
                        t.foreignKeys().stream()
                            .anyMatch(f -> f.target().name().equalsIgnoreCase(use.name())))
                .map(Table::name)
                .toList();
    out.at(
        s.head(),
        name,
        "REPLACE deletes the row that is there"
            + (children.isEmpty() ? "" : ", to which " + String.join(", ", children) + " refers")
            + ": INSERT ... ON DUPLICATE KEY UPDATE.");
  }
}
