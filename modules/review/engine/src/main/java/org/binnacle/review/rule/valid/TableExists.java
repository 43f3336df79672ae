package org.binnacle.review.rule.valid;

import java.util.HashSet;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// A new table must not be there already.
public final class TableExists implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.table-exists", Level.ERROR)
          .needs(Need.SCHEMA)
          .says("A new table must not be there already.")
          .because("The server refuses it with error 1050.")
          .schema("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY " + "KEY);")
          .bad("CREATE TABLE t (id int PRIMARY KEY);")
          .bad("RENAME TABLE u TO t;")
          .good("CREATE TABLE v (id int PRIMARY KEY);")
          .near("CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY);")
          .near("RENAME TABLE t TO x, u TO t;")
          .near("CREATE TEMPORARY TABLE t (id int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .filter(c -> !c.ifNotExists() && !c.temporary() && s.table(c.table()).isPresent())
        .ifPresent(
            c ->
                out.at(
                    c.table().span(),
                    c.table().name(),
                    "The table " + c.table().shown() + " is there already."));
    if (s.ddl().orElse(null) instanceof Ddl.RenameTable r) {
      var gone = new HashSet<String>();
      for (Ddl.RenameTable.Pair p : r.pairs()) {
        if (s.table(p.to()).isPresent() && !gone.contains(p.to().name())) {
          out.at(
              p.to().span(), p.to().name(), "The table " + p.to().shown() + " is there already.");
        }
        gone.add(p.from().name());
      }
    }
  }
}
