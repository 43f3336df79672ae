package org.binnacle.review.rule.drc;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// What rules for tables written in several regions look at.
final class Drc {
  private Drc() {}

  /// The table that this statement makes, temporary ones left out.
  static Optional<Table> created(Subject s) {
    return s.creates()
        .filter(c -> !c.temporary() && c.like().isEmpty() && !c.select())
        .flatMap(c -> s.after());
  }

  /// The table that this statement makes, or whose columns or indexes it changes.
  static Optional<Table> changed(Subject s) {
    return s.creates().isPresent() ? created(s) : s.after().filter(t -> !s.actions().isEmpty());
  }

  /// Columns that each change sets to the time.
  static List<ColumnDef> autoUpdated(Table table, List<String> names) {
    return table.columns().stream()
        .filter(c -> c.onUpdateText().isPresent() && !c.isNullable() && c.hasDefault())
        .filter(c -> names.isEmpty() || names.stream().anyMatch(c.name()::equalsIgnoreCase))
        .toList();
  }
}
