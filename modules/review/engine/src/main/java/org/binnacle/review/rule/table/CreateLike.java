package org.binnacle.review.rule.table;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;

/// The table behind LIKE must be there.
public final class CreateLike implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.create-like", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("The table behind LIKE must be there.")
          .because("The server refuses it with error 1146.")
          .schema("CREATE TABLE u (a int PRIMARY KEY);")
          .bad("CREATE TABLE t LIKE x;")
          .good("CREATE TABLE t LIKE u;")
          .near("CREATE TABLE x (a int PRIMARY KEY); CREATE TABLE t LIKE x;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .flatMap(Ddl.CreateTable::like)
        .filter(l -> s.table(l).isEmpty())
        .ifPresent(l -> out.at(l.span(), l.name(), "There is no table " + l.shown() + "."));
  }
}
