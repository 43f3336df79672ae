package org.binnacle.review.ddl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;
import org.binnacle.sql.parse.Target;

/// Foretells how InnoDB does an ALTER TABLE, by the tables of the manual (5.7 14.13.1, 8.0, 8.4 and
/// 9 17.12.1) and by what servers were seen to do (`PredictorOnServersTest`).
public final class Predictor {
  /// INSTANT came, for a last column.
  private static final int INSTANT_ADD = 80_012;

  private static final int INSTANT_RENAME = 80_028;

  /// INSTANT in any place, and for DROP.
  private static final int INSTANT_ANYWHERE = 80_029;

  /// CHECK is more than words.
  private static final int CHECKED = 80_016;

  /// ALGORITHM=COPY with LOCK=NONE.
  private static final int MARIADB_ONLINE_COPY = 110_200;

  static final Set<String> REBUILDING = Set.of("row_format", "key_block_size", "engine");

  private final Target target;
  private final boolean foreignKeyChecks;

  public Predictor(Target target) {
    this(target, true);
  }

  /// @param foreignKeyChecks as the session has them: without, a new foreign key is not tested
  public Predictor(Target target, boolean foreignKeyChecks) {
    this.target = target;
    this.foreignKeyChecks = foreignKeyChecks;
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
    return Optional.of(whole(all, alter.actions(), before));
  }

  /// What holds for a statement as a whole, whatever its clauses cost one by one.
  private Cost whole(Cost cost, List<AlterAction> actions, Optional<Table> before) {
    Cost all = cost;
    if (before.filter(t -> !t.engine().equalsIgnoreCase("InnoDB")).isPresent()
        && actions.stream().anyMatch(Predictor::touchesRows)) {
      all = all.with(Cost.copy("the table is not of InnoDB"));
    }
    // INSTANT is all or nothing: beside a clause that is not, a column comes by a rebuild.
    if (all.algorithm() != Cost.Algorithm.INSTANT
        && actions.stream().anyMatch(a -> isInstantOnly(a, before))) {
      all = all.with(Cost.rebuild("a column comes or goes together with other changes"));
    }
    if (all.rebuild()
        && all.algorithm() == Cost.Algorithm.INPLACE
        && before.filter(Predictor::hasFulltext).isPresent()) {
      all =
          maria()
              ? all.locking(Cost.Lock.SHARED)
              : Cost.copy("the table has a FULLTEXT index").with(all);
    }
    boolean online = maria() && target.isAtLeast(MARIADB_ONLINE_COPY);
    return online && all.algorithm() == Cost.Algorithm.COPY ? all.free() : all;
  }

  private boolean maria() {
    return target.dialect() == Dialect.MARIADB;
  }

  private static boolean touchesRows(AlterAction action) {
    return switch (action) {
      case AlterAction.AddColumn a -> true;
      case AlterAction.DropColumn a -> true;
      case AlterAction.AddIndex a -> true;
      case AlterAction.DropIndex a -> true;
      default -> false;
    };
  }

  private static boolean isInstantOnly(AlterAction action, Optional<Table> before) {
    return switch (action) {
      case AlterAction.AddColumn a -> a.column().generated().isEmpty();
      case AlterAction.DropColumn a ->
          before
              .flatMap(t -> t.column(a.column()))
              .filter(c -> c.generated().isEmpty())
              .filter(c -> before.filter(t -> isIndexed(t, a.column())).isEmpty())
              .isPresent();
      default -> false;
    };
  }

  static boolean isIndexed(Table table, String column) {
    return table.indexes().stream().anyMatch(i -> i.parts().stream().anyMatch(p -> p.isOn(column)));
  }

  private static boolean hasFulltext(Table table) {
    return table.indexes().stream().anyMatch(i -> i.kind() == IndexDef.Kind.FULLTEXT);
  }

  private Optional<Cost> cost(AlterAction action, List<AlterAction> all, Optional<Table> before) {
    return target.dialect() == Dialect.MARIADB
        ? new MariaDbPredictor(this).cost(action, all, before)
        : common(action, all, before);
  }

  /// As MySQL does it.
  Optional<Cost> common(AlterAction action, List<AlterAction> all, Optional<Table> before) {
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
          Optional.of(
              foreignKeyChecks
                  ? Cost.copy("a foreign key is checked (INPLACE with foreign_key_checks = 0)")
                  : Cost.inPlace());
      case AlterAction.DropForeignKey a -> Optional.of(Cost.inPlace());
      case AlterAction.AddCheck a ->
          Optional.of(
              maria() || target.isAtLeast(CHECKED)
                  ? Cost.copy("a CHECK is tested on all rows")
                  : Cost.inPlace());
      case AlterAction.DropCheck a -> Optional.of(Cost.instant());
      case AlterAction.DropConstraint a -> Optional.of(Cost.inPlace());
      case AlterAction.SetCheckEnforced a ->
          Optional.of(a.enforced() ? Cost.copy("a CHECK is tested on all rows") : Cost.instant());
      case AlterAction.RenameTable a ->
          Optional.of(
              target.isAtLeast(INSTANT_ADD)
                  ? Cost.instant()
                  : Cost.inPlace().locking(Cost.Lock.EXCLUSIVE));
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

  static boolean takesInstant(Table table) {
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
    if (virtual) {
      return indexed ? Cost.inPlace() : metadata();
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
      case UNIQUE, PLAIN ->
          index.parts().stream().allMatch(KeyPart::isColumn)
              ? Cost.index()
              : Cost.index().locking(Cost.Lock.SHARED);
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
