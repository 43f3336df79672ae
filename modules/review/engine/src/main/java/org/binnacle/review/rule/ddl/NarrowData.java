package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.live.DataAnswer;
import org.binnacle.review.live.Fit;
import org.binnacle.review.live.LiveTable;

/// A column should not be narrowed below the values that are in it.
public final class NarrowData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.narrow-data", Level.ERROR)
          .concerns(Concern.TABLES)
          .needs(Need.REPLICA)
          .says("A column must not be narrowed below the values that are in it.")
          .because(
              "In strict mode the ALTER fails after all its work; else values are cut silently.")
          .param("max-rows", 10_000_000, "larger tables are not looked through")
          .schema(
              "CREATE TABLE orders (id int PRIMARY KEY, a bigint, v varchar(100), e enum('x','y')) ENGINE=InnoDB;")
          .live("table orders rows=10\nunfit orders v")
          .bad("ALTER TABLE orders MODIFY v varchar(10);")
          .live("table orders rows=10\nunfit orders a")
          .bad("ALTER TABLE orders MODIFY a int;")
          .live("table orders rows=10\nunfit orders e")
          .bad("ALTER TABLE orders MODIFY e enum('x');")
          .live("table orders rows=10\nunfit orders v")
          .bad("ALTER TABLE orders MODIFY v varchar(100) NOT NULL;")
          .live("table orders rows=10")
          .good("ALTER TABLE orders MODIFY v varchar(10);")
          .live("table orders rows=10\nunfit orders v")
          .near("ALTER TABLE orders MODIFY v varchar(200);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      if (c.before().isEmpty()) {
        continue;
      }
      Optional<LiveTable> table = s.liveTable(c.table());
      if (table.isEmpty() || table.get().rows() > out.number("max-rows")) {
        continue;
      }
      for (Fit fit : Narrowing.of(c.before().get(), c.column())) {
        DataAnswer answer =
            s.live()
                .orElseThrow()
                .unfit(table.get().schema(), table.get().name(), c.before().get().name(), fit);
        if (answer instanceof DataAnswer.Unfit) {
          out.at(
              c.column().nameSpan(),
              c.object(),
              "Rows of %s do not fit: %s.".formatted(table.get().name(), Narrowing.words(fit)));
          break;
        }
      }
    }
  }
}
