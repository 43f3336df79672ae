package org.binnacle.review.rule.index;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.KeyPart;

/// A primary key should be of an integer type.
public final class PkType implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.pk-type", Level.WARNING)
          .concerns(Concern.TABLES)
          .off()
          .says("A primary key should be of an integer type.")
          .because(
              "Rows are kept in its order: wide or random keys cost space in every "
                  + "index and scatter inserts.")
          .param("types", List.of("int", "bigint", "serial"), "types that may be used")
          .bad("CREATE TABLE t (a varchar(36) PRIMARY KEY);")
          .good("CREATE TABLE t (a bigint PRIMARY KEY);")
          .near(
              "CREATE TABLE t (a bigint, b varchar(10), PRIMARY KEY (a), UNIQUE KEY " + "uk (b));")
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
          .filter(c -> !out.list("types").contains(c.type().name()))
          .ifPresent(
              c ->
                  out.at(
                      p.span(),
                      after.name() + "." + c.name(),
                      "The primary key is on " + c.type().shown() + "."));
    }
  }
}
