package org.binnacle.review.rule.table;

import java.util.List;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.ForeignKeyDef;

/// Foreign keys that a statement makes.
final class Keys {
  private Keys() {}

  static List<ForeignKeyDef> foreign(Subject s) {
    return s.creates()
        .map(Ddl.CreateTable::foreignKeys)
        .orElseGet(
            () ->
                s.actions(AlterAction.AddForeignKey.class).stream()
                    .map(AlterAction.AddForeignKey::key)
                    .toList());
  }
}
