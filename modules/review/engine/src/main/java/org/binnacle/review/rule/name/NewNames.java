package org.binnacle.review.rule.name;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// Names that a statement gives to tables.
final class NewNames {
  private NewNames() {}

  static List<TableName> tables(Subject s) {
    var all = new ArrayList<TableName>();
    switch (s.ddl().orElse(null)) {
      case Ddl.CreateTable c -> all.add(c.table());
      case Ddl.CreateView v -> all.add(v.view());
      case Ddl.RenameTable r -> r.pairs().forEach(p -> all.add(p.to()));
      case Ddl.AlterTable a ->
          s.actions(AlterAction.RenameTable.class).forEach(r -> all.add(r.to()));
      case null, default -> {}
    }
    return all;
  }
}
