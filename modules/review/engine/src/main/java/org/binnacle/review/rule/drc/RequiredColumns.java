package org.binnacle.review.rule.drc;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// Every table must have the team's columns.
public final class RequiredColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.required-columns", Level.ERROR)
          .off()
          .says("Every table must have the team's columns.")
          .because("Tools of replication and audit rely on them.")
          .param(
              "columns",
              List.of(),
              "each as `name type`, such as `id bigint`, `updated_at timestamp(3)`")
          .with("columns", List.of("id bigint unsigned", "updated_at timestamp(3)"))
          .bad("CREATE TABLE t (id bigint unsigned PRIMARY KEY);")
          .bad("CREATE TABLE t (id int PRIMARY KEY, updated_at timestamp(3) NULL);")
          .good(
              "CREATE TABLE t (id bigint unsigned PRIMARY KEY, updated_at " + "timestamp(3) NULL);")
          .near("CREATE TEMPORARY TABLE t (id int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table t = Drc.created(s).orElse(null);
    if (t == null) {
      return;
    }
    for (String wanted : out.list("columns")) {
      String name = wanted.strip().split("\\s+")[0];
      String type = wanted.strip().substring(name.length()).strip();
      Optional<ColumnDef> c = t.column(name);
      if (c.isEmpty()) {
        out.at(
            s.tableName().orElseThrow().span(),
            t.name() + "." + name,
            "The column " + wanted.strip() + " is missing.");
      } else if (!type.isEmpty() && !c.get().type().shown().equalsIgnoreCase(type)) {
        out.at(
            c.get().type().span(),
            t.name() + "." + name,
            "%s is %s, wanted is %s.".formatted(name, c.get().type().shown(), type));
      }
    }
  }
}
