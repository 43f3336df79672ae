package org.binnacle.review.rule.drc;

import java.util.ArrayList;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.ForeignKeyDef;

/// Tables written in several regions should have no cascades, triggers or events.
public final class NoCascade implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.no-cascade", Level.ERROR)
          .off()
          .says(
              "Tables written in several regions should have no cascades, triggers " + "or events.")
          .because(
              "What they do is not in the row log of InnoDB's cascades, or is done " + "twice.")
          .bad(
              "CREATE TABLE t (id bigint PRIMARY KEY, b bigint, FOREIGN KEY (b) "
                  + "REFERENCES u (id) ON DELETE CASCADE);")
          .bad("CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;")
          .good("CREATE TABLE t (id bigint PRIMARY KEY, b bigint, KEY k (b));")
          .near(
              "CREATE TABLE t (id bigint PRIMARY KEY, b bigint, FOREIGN KEY (b) "
                  + "REFERENCES u (id) ON DELETE RESTRICT);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    var all = new ArrayList<ForeignKeyDef>();
    s.creates().ifPresent(c -> all.addAll(c.foreignKeys()));
    s.actions(AlterAction.AddForeignKey.class).forEach(a -> all.add(a.key()));
    for (ForeignKeyDef f : all) {
      if (f.onDelete()
          .or(f::onUpdate)
          .filter(x -> x.startsWith("CASCADE") || x.startsWith("SET"))
          .isPresent()) {
        out.at(
            f.span(),
            s.tableName().orElseThrow().name(),
            "Rows of this table are changed by a cascade, which no row event tells.");
      }
    }
    if (s.ddl().orElse(null) instanceof Ddl.CreateProgram p
        && (p.program() == Ddl.Program.TRIGGER || p.program() == Ddl.Program.EVENT)) {
      out.at(
          p.name().span(),
          p.name().name(),
          "A " + p.program().name().toLowerCase(Locale.ROOT) + " runs in each region.");
    }
  }
}
