package org.binnacle.review.rule.ddl;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// Tables and columns in use should not be renamed.
public final class Rename implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.rename", Level.WARNING)
          .says("Tables and columns in use should not be renamed.")
          .because("Programs of the old and the new name cannot run at the same time.")
          .bad("ALTER TABLE t RENAME COLUMN a TO b;")
          .bad("ALTER TABLE t CHANGE a b int;")
          .bad("RENAME TABLE t TO u;")
          .good("ALTER TABLE t ADD COLUMN b int;")
          .near("ALTER TABLE t CHANGE a a bigint;")
          .near("RENAME TABLE t TO t_old, t_new TO t;")
          .near("RENAME TABLE t TO t_del_20260101;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (AlterAction action : s.actions()) {
      switch (action) {
        case AlterAction.RenameColumn r -> tell(s, action, "The column " + r.from(), out);
        case AlterAction.ChangeColumn c when !c.from().equalsIgnoreCase(c.column().name()) ->
            tell(s, action, "The column " + c.from(), out);
        case AlterAction.RenameTable r -> tell(s, action, "The table", out);
        default -> {}
      }
    }
    if (s.ddl().orElse(null) instanceof Ddl.RenameTable r) {
      for (Ddl.RenameTable.Pair p : r.pairs()) {
        boolean swapped =
            r.pairs().stream().anyMatch(x -> x.to().name().equalsIgnoreCase(p.from().name()));
        boolean retired =
            p.to()
                .name()
                .matches("(?i).*(_old|_del|_bak|_drop|_deleted)(_?\\d+)?$|_.*_(gho|del|new|old)");
        if (!swapped
            && !retired
            && !s.schema().isFresh(p.from())
            && r.pairs().stream()
                .noneMatch(x -> !x.equals(p) && x.from().name().equalsIgnoreCase(p.to().name()))) {
          boolean replaces =
              r.pairs().stream()
                  .anyMatch(
                      x ->
                          x.from().name().equalsIgnoreCase(p.to().name())
                              || x.to().name().equalsIgnoreCase(p.from().name()));
          if (!replaces) {
            out.at(
                p.from().span(),
                p.from().name(),
                "The table " + p.from().shown() + " is renamed: programs that use it fail.");
          }
        }
      }
    }
  }

  private static void tell(Subject s, AlterAction action, String what, Findings out) {
    TableName t = s.tableName().orElseThrow();
    if (!s.schema().isFresh(t)) {
      out.at(action.span(), t.name(), what + " is renamed: programs that use it fail.");
    }
  }
}
