package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.KeyPart;

/// A column of the primary key must not be declared NULL.
public final class PkNullable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.pk-nullable", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A column of the primary key must not be declared NULL.")
          .because("The server refuses it with error 1171.")
          .bad("CREATE TABLE t (id int NULL, PRIMARY KEY (id));")
          .good("CREATE TABLE t (id int NOT NULL, PRIMARY KEY (id));")
          .near("CREATE TABLE t (id int, PRIMARY KEY (id));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || s.newPrimaryKey().isEmpty()) {
      return;
    }
    for (KeyPart p : s.newPrimaryKey().get().parts()) {
      after
          .column(p.column())
          .filter(c -> c.nullable().orElse(false))
          .ifPresent(
              c ->
                  out.at(
                      p.span(),
                      after.name() + "." + c.name(),
                      c.name() + " is declared NULL and in the primary key."));
    }
  }
}
