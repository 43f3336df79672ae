package org.binnacle.review.rule.drc;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.ColumnDef;

/// The column that is updated by itself must begin an index.
public final class UpdatedAtIndex implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.updated-at-index", Level.ERROR)
          .off()
          .says("The column that is updated by itself must begin an index.")
          .because("Incremental reads and checks by range go by it.")
          .bad(
              "CREATE TABLE t (id bigint PRIMARY KEY, u timestamp(3) NOT NULL "
                  + "DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3));")
          .bad(
              "CREATE TABLE t (id bigint PRIMARY KEY, u timestamp(3) NOT NULL "
                  + "DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), KEY k "
                  + "(id, u));")
          .good(
              "CREATE TABLE t (id bigint PRIMARY KEY, u timestamp(3) NOT NULL "
                  + "DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), KEY "
                  + "idx_u (u));")
          .near("CREATE TABLE t (id bigint PRIMARY KEY, a int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Drc.changed(s)
        .ifPresent(
            t -> {
              List<ColumnDef> all = Drc.autoUpdated(t, List.of());
              boolean led =
                  all.stream()
                      .anyMatch(
                          c ->
                              t.indexes().stream()
                                  .anyMatch(
                                      i ->
                                          i.isOrdered()
                                              && i.visible()
                                              && !i.parts().isEmpty()
                                              && i.parts().getFirst().isOn(c.name())));
              if (!all.isEmpty() && !led) {
                String column = all.getFirst().name();
                String words = "No index begins with " + column + ".";
                Span at = s.tableName().orElseThrow().span();
                Elements.index(s, column)
                    .ifPresentOrElse(
                        fix -> out.at(at, t.name() + "." + column, words, fix),
                        () -> out.at(at, t.name() + "." + column, words));
              }
            });
  }
}
