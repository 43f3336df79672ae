package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;

/// A VARCHAR should not be made longer across 255 bytes unawares.
public final class VarcharExtend implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.varchar-extend", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("A VARCHAR should not be made longer across 255 bytes unawares.")
          .because("Within them it grows in place, across them the table is copied.")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, v varchar(50)) DEFAULT " + "CHARSET=utf8mb4;")
          .bad("ALTER TABLE t MODIFY v varchar(100);")
          .good("ALTER TABLE t MODIFY v varchar(63);")
          .near("ALTER TABLE t MODIFY v text;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      Table t = s.table(c.table()).orElse(null);
      if (t == null
          || c.before().isEmpty()
          || !c.before().get().type().is("varchar")
          || !c.column().type().is("varchar")) {
        continue;
      }
      int each = Charsets.bytes(t.charset(c.before().get()));
      int from = c.before().get().type().length().orElse(0) * each;
      int to = c.column().type().length().orElse(0) * each;
      if (from <= 255 && to > 255) {
        out.at(
            c.column().type().span(),
            c.object(),
            "From %d to %d bytes: the table is copied; up to %d characters it would grow in place."
                .formatted(from, to, 255 / each));
      }
    }
  }
}
