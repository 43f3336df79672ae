package org.binnacle.review.rule.object;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;

/// A view should name its columns.
public final class ViewStar implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("object.view-star", Level.WARNING)
          .says("A view should name its columns.")
          .because(
              "The star is expanded once, when the view is made: columns that come later are not in it, and one that goes breaks it.")
          .bad("CREATE VIEW v AS SELECT * FROM t;")
          .bad("CREATE OR REPLACE VIEW v AS SELECT t.*, 1 AS one FROM t;")
          .good("CREATE VIEW v AS SELECT a, b FROM t;")
          .near("CREATE VIEW v AS SELECT count(*) AS n FROM t;")
          .near("SELECT * FROM t;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.ddl().orElse(null) instanceof Ddl.CreateView view) {
      for (Block block : ViewQuery.of(s, view).map(Query::blocks).orElse(List.of())) {
        if (block.depth() == 0 && block.items().stream().anyMatch(Block.Item::isStar)) {
          out.at(
              view.select(),
              view.view().name(),
              "The view takes all columns: name those that are meant.");
          return;
        }
      }
    }
  }
}
