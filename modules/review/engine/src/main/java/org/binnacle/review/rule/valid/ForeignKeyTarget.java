package org.binnacle.review.rule.valid;

import java.util.ArrayList;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.ForeignKeyDef;

/// A foreign key must point to columns that are there, of the same type and with a key.
public final class ForeignKeyTarget implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.fk-target", Level.ERROR)
          .needs(Need.SCHEMA)
          .says(
              "A foreign key must point to columns that are there, of the same type "
                  + "and with a key.")
          .because("The server refuses it with error 1824, 1822 or 3780.")
          .schema("CREATE TABLE u (id int PRIMARY KEY, b bigint, c int);")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES "
                  + "missing (id));")
          .bad("CREATE TABLE t (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES " + "u (c));")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, x bigint, FOREIGN KEY (x) "
                  + "REFERENCES u (id));")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES " + "u (id));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES " + "t (id));")
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
    Table own = s.after().orElse(null);
    for (ForeignKeyDef f : all) {
      boolean self = own != null && f.target().name().equalsIgnoreCase(own.name());
      Optional<Table> target = self ? s.after() : s.table(f.target());
      if (target.isEmpty()) {
        out.at(
            f.target().span(), f.target().name(), "There is no table " + f.target().shown() + ".");
      } else if (own != null) {
        ForeignKeyFit.reason(own, f, target.get())
            .ifPresent(why -> out.at(f.span(), own.name(), why));
      }
    }
  }
}
