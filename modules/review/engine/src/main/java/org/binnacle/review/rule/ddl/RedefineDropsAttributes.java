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
import org.binnacle.review.ddl.ColumnChange;

/// MODIFY and CHANGE must repeat all that the column has.
public final class RedefineDropsAttributes implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.redefine-drops-attrs", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("MODIFY and CHANGE must repeat all that the column has.")
          .because(
              "What is left away is dropped silently: NOT NULL, DEFAULT, ON UPDATE, "
                  + "COMMENT, character set.")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 7 COMMENT "
                  + "'seven', b int, ts timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON "
                  + "UPDATE CURRENT_TIMESTAMP);")
          .bad("ALTER TABLE t MODIFY a bigint;")
          .bad("ALTER TABLE t MODIFY a bigint NOT NULL DEFAULT 7;")
          .bad(
              "ALTER TABLE t CHANGE ts ts timestamp(3) NOT NULL DEFAULT " + "CURRENT_TIMESTAMP(3);")
          .good("ALTER TABLE t MODIFY a bigint NOT NULL DEFAULT 7 COMMENT 'seven';")
          .near("ALTER TABLE t MODIFY b bigint;")
          .near("ALTER TABLE t MODIFY a bigint NULL DEFAULT NULL COMMENT '';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      List<String> lost = c.before().map(b -> ColumnChange.lost(b, c.column())).orElse(List.of());
      if (!lost.isEmpty()) {
        out.at(
            c.column().span(),
            c.object(),
            "%s silently loses %s.".formatted(c.column().name(), String.join(", ", lost)));
      }
    }
  }
}
