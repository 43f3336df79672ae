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

/// Values of an ENUM or SET should only be added at the end.
public final class EnumChange implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.enum-change", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("Values of an ENUM or SET should only be added at the end.")
          .because(
              "Rows keep numbers: another order copies the table, and a value that "
                  + "goes empties the rows that have it.")
          .schema("CREATE TABLE t (id int PRIMARY KEY, e enum('x','y'));")
          .bad("ALTER TABLE t MODIFY e enum('y','x');")
          .bad("ALTER TABLE t MODIFY e enum('x');")
          .good("ALTER TABLE t MODIFY e enum('x','y','z');")
          .near("ALTER TABLE t MODIFY e enum('x','y') NOT NULL;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      List<String> old = c.before().map(b -> b.type().values()).orElse(List.of());
      List<String> now = c.column().type().values();
      boolean same =
          c.before().filter(b -> b.type().name().equals(c.column().type().name())).isPresent();
      if (same
          && !old.isEmpty()
          && !(now.size() >= old.size() && now.subList(0, old.size()).equals(old))) {
        List<String> gone = old.stream().filter(v -> !now.contains(v)).toList();
        out.at(
            c.column().type().span(),
            c.object(),
            gone.isEmpty()
                ? "The values are put into another order."
                : "The values " + String.join(", ", gone) + " go.");
      }
    }
  }
}
