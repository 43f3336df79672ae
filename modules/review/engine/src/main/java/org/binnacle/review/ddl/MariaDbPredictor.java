package org.binnacle.review.ddl;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.ColumnDef;

/// Foretells how InnoDB of MariaDB 10.4 and later does the clauses of an ALTER TABLE. Tried on
/// 10.11 and 11.4 by `PredictorOnServersTest`.
final class MariaDbPredictor {
  private final Predictor mysql;

  /// @param mysql for the clauses in which the families are alike
  MariaDbPredictor(Predictor mysql) {
    this.mysql = mysql;
  }

  Optional<Cost> cost(AlterAction action, List<AlterAction> all, Optional<Table> before) {
    return switch (action) {
      case AlterAction.AddColumn a -> Optional.of(add(a, before));
      case AlterAction.DropColumn a -> Optional.of(drop(a, before));
      case AlterAction.ChangeColumn a -> change(a.from(), a.column(), before);
      case AlterAction.ModifyColumn a -> change(a.column().name(), a.column(), before);
      case AlterAction.RenameColumn a -> Optional.of(Cost.instant());
      case AlterAction.SetDefault a -> Optional.of(Cost.instant());
      case AlterAction.SetColumnVisible a -> Optional.of(Cost.instant());
      case AlterAction.RenameIndex a -> Optional.of(Cost.instant());
      case AlterAction.SetIndexVisible a -> Optional.of(Cost.instant());
      case AlterAction.DropForeignKey a -> Optional.of(Cost.instant());
      case AlterAction.DropCheck a -> Optional.of(Cost.instant());
      case AlterAction.RenameTable a -> Optional.of(Cost.instant());
      case AlterAction.DropPrimaryKey a -> Optional.of(Cost.rebuild("the primary key goes"));
      case AlterAction.Force a -> Optional.of(Cost.rebuild("the table is rebuilt"));
      case AlterAction.SetOptions a ->
          mysql
              .common(action, all, before)
              .map(
                  c ->
                      c.algorithm() == Cost.Algorithm.INPLACE && !c.rebuild() ? Cost.instant() : c);
      default -> mysql.common(action, all, before);
    };
  }

  private static Cost add(AlterAction.AddColumn a, Optional<Table> before) {
    if (a.column().generated().isPresent()) {
      return a.column().generated().get().stored()
          ? Cost.copy("a STORED column is computed for all rows")
          : Cost.instant();
    }
    if (a.column().autoIncrement()) {
      return Cost.rebuild("AUTO_INCREMENT numbers all rows").locking(Cost.Lock.SHARED);
    }
    return before.map(Predictor::takesInstant).orElse(true)
        ? Cost.instant()
        : Cost.rebuild("a column is added");
  }

  private static Cost drop(AlterAction.DropColumn a, Optional<Table> before) {
    boolean indexed = before.filter(t -> Predictor.isIndexed(t, a.column())).isPresent();
    boolean stored =
        before
            .flatMap(t -> t.column(a.column()))
            .flatMap(ColumnDef::generated)
            .filter(ColumnDef.Generated::stored)
            .isPresent();
    if (stored) {
      return Cost.rebuild("a STORED column is dropped").locking(Cost.Lock.SHARED);
    }
    if (before.filter(t -> !Predictor.takesInstant(t)).isPresent()) {
      return Cost.rebuild("a column is dropped");
    }
    return indexed ? Cost.inPlace() : Cost.instant();
  }

  private static Optional<Cost> change(String from, ColumnDef to, Optional<Table> before) {
    return before.flatMap(t -> t.column(from).map(c -> new MariaDbColumnChange(t, c, to).cost()));
  }
}
