package org.binnacle.review.rule.drc;

import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// An UPDATE must not change the primary key.
public final class PkNotUpdated implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.pk-not-updated", Level.ERROR)
          .concerns(Concern.QUERIES)
          .off()
          .needs(Need.SCHEMA)
          .says("An UPDATE must not change the primary key.")
          .because(
              "To the other region it is a DELETE and an INSERT: changes of the row "
                  + "there are lost.")
          .schema("CREATE TABLE t (id bigint PRIMARY KEY, a int);")
          .bad("UPDATE t SET id = 5 WHERE id = 4;")
          .good("UPDATE t SET a = 5 WHERE id = 4;")
          .near("INSERT INTO t (id, a) VALUES (1, 2) ON DUPLICATE KEY UPDATE a = 3;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Query q =
        s.query()
            .filter(x -> x.verb() == Query.Verb.UPDATE && x.written().size() == 1)
            .orElse(null);
    if (q == null) {
      return;
    }
    TableUse use = q.written().getFirst();
    Optional<String> db = use.schema().isEmpty() ? Optional.empty() : Optional.of(use.schema());
    Optional<Table> t = s.table(new TableName(db, use.name(), s.whole()));
    for (Query.Assignment a : q.set()) {
      if (t.flatMap(Table::primaryKey)
          .filter(k -> k.parts().stream().anyMatch(p -> p.isOn(a.column().name())))
          .isPresent()) {
        out.at(
            a.column().span().orElse(s.head()),
            use.name() + "." + a.column().name(),
            a.column().name() + " is of the primary key.");
      }
    }
  }
}
