package org.binnacle.review.rule.valid;

import java.util.regex.Pattern;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.IndexDef;

/// A table must keep a column, and a column that is used elsewhere cannot be dropped.
public final class DropAllColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.drop-all-columns", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says(
              "A table must keep a column, and a column that is used elsewhere "
                  + "cannot be dropped.")
          .because(
              "The server refuses it with error 1090, 1828, 3108 or 3959, or "
                  + "shortens an index silently.")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY "
                  + "KEY, a int, g int AS (a + 1), b int, c int, KEY k (b, c));")
          .bad("ALTER TABLE t DROP id;")
          .bad("ALTER TABLE u DROP a;")
          .bad("ALTER TABLE u DROP b;")
          .good("ALTER TABLE u DROP g;")
          .near("ALTER TABLE u DROP a, DROP g;")
          .near("ALTER TABLE u DROP b, DROP KEY k;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table before = s.alters().flatMap(a -> s.table(a.table())).filter(t -> !t.view()).orElse(null);
    Table after = s.after().orElse(null);
    if (before == null || after == null) {
      return;
    }
    for (AlterAction.DropColumn d : s.actions(AlterAction.DropColumn.class)) {
      if (after.columns().isEmpty()) {
        out.at(d.span(), before.name(), "No column would be left: drop the table.");
        continue;
      }
      String word = ".*(?i)(?<![\\w$])`?" + Pattern.quote(d.column()) + "`?(?![\\w$]).*";
      after.columns().stream()
          .filter(
              c ->
                  c.generated()
                      .filter(g -> g.expression().replace("\n", " ").matches(word))
                      .isPresent())
          .forEach(
              c ->
                  out.at(
                      d.span(),
                      before.name() + "." + d.column(),
                      c.name() + " is generated from " + d.column() + "."));
      for (IndexDef i : before.indexes()) {
        boolean part = i.parts().size() > 1 && i.parts().stream().anyMatch(p -> p.isOn(d.column()));
        boolean stays =
            after.indexes().stream()
                .anyMatch(
                    x ->
                        x.span().equals(i.span())
                            && x.name().equals(i.name())
                            && !x.parts().isEmpty());
        if (part && stays) {
          out.at(
              d.span(),
              before.name() + "." + d.column(),
              "The index %s %s silently loses this column.".formatted(i.shown(), i.shownParts()));
        }
      }
    }
  }
}
