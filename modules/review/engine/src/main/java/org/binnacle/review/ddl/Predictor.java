package org.binnacle.review.ddl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.parse.Target;

/// Foretells how InnoDB does an ALTER TABLE, by the tables of the manual (5.7 14.13.1, 8.0, 8.4 and
/// 9 17.12.1).
public final class Predictor {
  /// INSTANT came, for a last column.
  private static final int INSTANT_ADD = 80_012;

  private static final int INSTANT_RENAME = 80_028;

  /// INSTANT in any place, and for DROP.
  private static final int INSTANT_ANYWHERE = 80_029;

  private static final Set<String> REBUILDING = Set.of("row_format", "key_block_size", "engine");

  private final Target target;

  public Predictor(Target target) {
    this.target = target;
  }

  /// @param before the table, where it is known
  /// @return nothing where a clause's cost depends on what is not known
  public Optional<Cost> predict(Ddl.AlterTable alter, Optional<Table> before) {
    if (alter.actions().isEmpty()) {
      return Optional.empty();
    }
    Cost all = Cost.instant();
    for (AlterAction action : alter.actions()) {
      Optional<Cost> one = cost(action, alter.actions(), before);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all = all.with(one.get());
    }
    return Optional.of(all);
  }

  private Optional<Cost> cost(AlterAction action, List<AlterAction> all, Optional<Table> before) {
    return switch (action) {
      case AlterAction.AddColumn a -> Optional.of(add(a, before));
      case AlterAction.DropColumn a -> Optional.of(drop(a, before));
      case AlterAction.ChangeColumn a ->
          before
              .flatMap(t -> t.column(a.from()))
              .map(
                  c ->
                      new ColumnChange(target, before.get(), c, a.column(), a.place().isPresent())
                          .cost());
      case AlterAction.ModifyColumn a ->
          before
              .flatMap(t -> t.column(a.column().name()))
              .map(
                  c ->
                      new ColumnChange(target, before.get(), c, a.column(), a.place().isPresent())
                          .cost());
      case AlterAction.RenameColumn a -> Optional.of(rename());
      case AlterAction.SetDefault a -> Optional.of(metadata());
      case AlterAction.SetColumnVisible a -> Optional.of(metadata());
      case AlterAction.AddIndex a -> Optional.of(index(a.index(), before));
      case AlterAction.DropIndex a -> Optional.of(Cost.inPlace());
      case AlterAction.DropPrimaryKey a ->
          Optional.of(
              all.stream().anyMatch(Predictor::addsPrimaryKey)
                  ? Cost.rebuild("the primary key changes")
                  : Cost.copy("the primary key goes and none comes"));
      case AlterAction.RenameIndex a -> Optional.of(Cost.inPlace());
      case AlterAction.SetIndexVisible a -> Optional.of(Cost.inPlace());
      case AlterAction.AddForeignKey a ->
          Optional.of(Cost.copy("a foreign key is checked (INPLACE with foreign_key_checks = 0)"));
      case AlterAction.DropForeignKey a -> Optional.of(Cost.inPlace());
      case AlterAction.AddCheck a -> Optional.of(Cost.copy("a CHECK is tested on all rows"));
      case AlterAction.DropCheck a -> Optional.of(Cost.inPlace());
      case AlterAction.DropConstraint a -> Optional.of(Cost.inPlace());
      case AlterAction.SetCheckEnforced a ->
          Optional.of(a.enforced() ? Cost.copy("a CHECK is tested on all rows") : Cost.inPlace());
      case AlterAction.RenameTable a -> Optional.of(metadata());
      case AlterAction.ConvertCharset a -> Optional.of(Cost.copy("every text is converted"));
      case AlterAction.SetOptions a -> options(a, before);
      case AlterAction.Force a -> Optional.of(force(before));
      case AlterAction.OrderBy a -> Optional.of(Cost.copy("rows are sorted"));
      case AlterAction.PartitionBy a -> Optional.of(Cost.copy("the table is partitioned anew"));
      case AlterAction.RemovePartitioning a ->
          Optional.of(Cost.copy("partitions are put together"));
      case AlterAction.OnPartitions a -> Optional.empty();
      case AlterAction.OnTablespace a -> Optional.empty();
      case AlterAction.SwitchKeys a -> Optional.empty();
      case AlterAction.Validation a -> Optional.of(Cost.instant());
    };
  }

  private static boolean addsPrimaryKey(AlterAction action) {
    return action instanceof AlterAction.AddIndex add
        && add.index().kind() == IndexDef.Kind.PRIMARY;
  }

  /// What only the data dictionary holds.
  private Cost metadata() {
    return target.isAtLeast(INSTANT_ADD) ? Cost.instant() : Cost.inPlace();
  }

  private Cost rename() {
    return target.isAtLeast(INSTANT_RENAME) ? Cost.instant() : Cost.inPlace();
  }

  private Cost add(AlterAction.AddColumn a, Optional<Table> before) {
    ColumnDef column = a.column();
    if (column.generated().isPresent()) {
      return column.generated().get().stored()
          ? Cost.copy("a STORED column is computed for all rows")
          : metadata();
    }
    if (column.autoIncrement()) {
      return Cost.rebuild("AUTO_INCREMENT numbers all rows").locking(Cost.Lock.SHARED);
    }
    boolean last = a.place().isEmpty();
    boolean possible =
        target.isAtLeast(INSTANT_ANYWHERE) || (target.isAtLeast(INSTANT_ADD) && last);
    return possible && before.map(Predictor::takesInstant).orElse(true)
        ? Cost.instant()
        : Cost.rebuild("a column is added");
  }

  private static boolean takesInstant(Table table) {
    return table
            .options()
            .value("row_format")
            .filter(f -> f.equalsIgnoreCase("COMPRESSED"))
            .isEmpty()
        && table.indexes().stream().noneMatch(i -> i.kind() == IndexDef.Kind.FULLTEXT);
  }

  private Cost drop(AlterAction.DropColumn a, Optional<Table> before) {
    Optional<ColumnDef> column = before.flatMap(t -> t.column(a.column()));
    boolean virtual = column.flatMap(ColumnDef::generated).filter(g -> !g.stored()).isPresent();
    boolean indexed =
        before
            .filter(
                t ->
                    t.indexes().stream()
                        .anyMatch(i -> i.parts().stream().anyMatch(p -> p.isOn(a.column()))))
            .isPresent();
    if (virtual && !indexed) {
      return metadata();
    }
    return target.isAtLeast(INSTANT_ANYWHERE)
            && !indexed
            && before.map(Predictor::takesInstant).orElse(true)
        ? Cost.instant()
        : Cost.rebuild("a column is dropped");
  }

  private static Cost index(IndexDef index, Optional<Table> before) {
    return switch (index.kind()) {
      case PRIMARY -> Cost.rebuild("rows are sorted by the new primary key");
      case UNIQUE, PLAIN -> Cost.inPlace();
      case SPATIAL -> Cost.inPlace().locking(Cost.Lock.SHARED);
      case FULLTEXT -> {
        boolean first =
            before
                .filter(t -> t.indexes().stream().anyMatch(i -> i.kind() == IndexDef.Kind.FULLTEXT))
                .isEmpty();
        yield (first
                ? Cost.rebuild("the first FULLTEXT index adds a hidden column")
                : Cost.inPlace())
            .locking(Cost.Lock.SHARED);
      }
    };
  }

  private Optional<Cost> options(AlterAction.SetOptions a, Optional<Table> before) {
    var options = a.options();
    Optional<String> engine = options.value("engine");
    if (engine.filter(e -> !e.equalsIgnoreCase("InnoDB")).isPresent()) {
      return Optional.of(Cost.copy("the engine changes"));
    }
    if (before.filter(t -> !t.engine().equalsIgnoreCase("InnoDB")).isPresent()) {
      return Optional.of(Cost.copy("the table is not of InnoDB"));
    }
    if (options.has("encryption") || options.has("tablespace")) {
      return Optional.of(Cost.copy("encryption or tablespace change"));
    }
    if (options.options().keySet().stream().anyMatch(REBUILDING::contains)) {
      return engine.isPresent() && options.options().size() == 1
          ? Optional.of(force(before))
          : Optional.of(Cost.rebuild("the row format or engine is set"));
    }
    return Optional.of(Cost.inPlace());
  }

  /// A table with a FULLTEXT index can only be copied.
  private static Cost force(Optional<Table> before) {
    boolean fulltext =
        before
            .filter(t -> t.indexes().stream().anyMatch(i -> i.kind() == IndexDef.Kind.FULLTEXT))
            .isPresent();
    return fulltext ? Cost.copy("the table is rebuilt") : Cost.rebuild("the table is rebuilt");
  }
}
