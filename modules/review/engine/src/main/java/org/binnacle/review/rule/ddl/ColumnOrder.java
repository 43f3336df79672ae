package org.binnacle.review.rule.ddl;

import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Place;
import org.binnacle.sql.ddl.TableName;

/// FIRST and AFTER should be left away before 8.0.29.
public final class ColumnOrder implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.column-order", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("FIRST and AFTER should be left away before 8.0.29.")
          .because("They rebuild the whole table for the sake of looks.")
          .until(80029)
          .server("8.0.20")
          .bad("ALTER TABLE t ADD a int AFTER b;")
          .good("ALTER TABLE t ADD a int;")
          .near("ALTER TABLE t ADD `after` int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction action : s.actions()) {
      Optional<Place> place =
          switch (action) {
            case AlterAction.AddColumn a -> a.place();
            case AlterAction.ModifyColumn m -> m.place();
            case AlterAction.ChangeColumn c -> c.place();
            default -> Optional.empty();
          };
      TableName t = s.tableName().orElseThrow();
      if (place.isPresent() && !s.schema().isFresh(t)) {
        out.at(place.get().span(), t.name(), "This place among the columns costs a rebuild.");
      }
    }
  }
}
