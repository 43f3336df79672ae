package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.IndexDef;

/// A column with a SPATIAL index needs an SRID.
public final class SpatialNoSrid implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.spatial-no-srid", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A column with a SPATIAL index needs an SRID.")
          .because("From 8.0 on the optimizer ignores the index otherwise.")
          .since(80003)
          .bad("CREATE TABLE t (id int PRIMARY KEY, a point NOT NULL, SPATIAL KEY k " + "(a));")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a point NOT NULL SRID 4326, "
                  + "SPATIAL KEY k (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a point NOT NULL);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null) {
      return;
    }
    for (NewIndex n : s.newIndexes()) {
      if (n.index().kind() == IndexDef.Kind.SPATIAL) {
        n.index().parts().stream()
            .filter(p -> after.column(p.column()).filter(c -> c.srid().isEmpty()).isPresent())
            .forEach(
                p ->
                    out.at(
                        p.span(),
                        n.object(),
                        p.column() + " has no SRID: the index is never used."));
      }
    }
  }
}
