package org.binnacle.review.rule.ddl;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;

/// A key that becomes BIGINT should be planned.
public final class IntToBigint implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.int-to-bigint", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("A key that becomes BIGINT should be planned.")
          .because("The table is copied, and the columns that point to it must follow.")
          .schema("CREATE TABLE t (id int PRIMARY KEY AUTO_INCREMENT, a int);")
          .bad("ALTER TABLE t MODIFY id bigint AUTO_INCREMENT;")
          .good("ALTER TABLE t MODIFY id int AUTO_INCREMENT;")
          .near("ALTER TABLE t MODIFY a bigint;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table before = s.alters().flatMap(a -> s.table(a.table())).orElse(null);
    for (NewColumn c : s.newColumns()) {
      boolean grows =
          c.before().filter(b -> b.type().is("int", "mediumint", "smallint")).isPresent()
              && c.column().type().is("bigint");
      if (before != null
          && grows
          && before
              .primaryKey()
              .filter(k -> k.parts().stream().anyMatch(p -> p.isOn(c.before().get().name())))
              .isPresent()) {
        List<String> children =
            s.schema().tables().stream()
                .filter(
                    t ->
                        t.foreignKeys().stream()
                            .anyMatch(f -> f.target().name().equalsIgnoreCase(before.name())))
                .map(Table::name)
                .sorted()
                .toList();
        out.at(
            c.column().type().span(),
            c.object(),
            "The key becomes BIGINT: the table is copied"
                + (children.isEmpty()
                    ? "."
                    : "; " + String.join(", ", children) + " point to it."));
      }
    }
  }
}
