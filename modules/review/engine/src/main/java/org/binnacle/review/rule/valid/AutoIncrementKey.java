package org.binnacle.review.rule.valid;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// There can be one AUTO_INCREMENT column, and it must begin a key.
public final class AutoIncrementKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.auto-inc-key", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("There can be one AUTO_INCREMENT column, and it must begin a key.")
          .because("The server refuses it with error 1075.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int AUTO_INCREMENT);")
          .bad(
              "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int "
                  + "AUTO_INCREMENT UNIQUE);")
          .bad("CREATE TABLE t (id int AUTO_INCREMENT, a int, PRIMARY KEY (a, id));")
          .good("CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY);")
          .near("CREATE TABLE t (id int AUTO_INCREMENT, a int, PRIMARY KEY (a), KEY k " + "(id));")
          .near(
              "CREATE TABLE t (id int AUTO_INCREMENT, a int, PRIMARY KEY (a, id)) "
                  + "ENGINE=MyISAM;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table t = s.after().orElse(null);
    if (t == null || s.newColumns().isEmpty() || t.engine().equalsIgnoreCase("MyISAM")) {
      return;
    }
    List<ColumnDef> all = t.columns().stream().filter(ColumnDef::autoIncrement).toList();
    for (ColumnDef c : all) {
      boolean leads =
          t.indexes().stream().anyMatch(i -> i.isOrdered() && i.parts().getFirst().isOn(c.name()));
      boolean own =
          s.newColumns().stream().anyMatch(n -> n.column().name().equalsIgnoreCase(c.name()));
      if (own && (!leads || all.size() > 1)) {
        out.at(
            c.nameSpan().end() <= s.text().length() ? c.nameSpan() : s.head(),
            t.name() + "." + c.name(),
            all.size() > 1
                ? "There are " + all.size() + " AUTO_INCREMENT columns, one is allowed."
                : c.name() + " is AUTO_INCREMENT and no key begins with it.");
        return;
      }
    }
  }
}
