package org.binnacle.review.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.CheckDef;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ForeignKeyDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;
import org.binnacle.sql.ddl.Partitioning;
import org.binnacle.sql.ddl.Place;
import org.binnacle.sql.ddl.TableOptions;

/// A table while the clauses of an ALTER TABLE change it.
final class TableDraft {
  private final Table table;
  private final List<ColumnDef> columns;
  private final List<IndexDef> indexes;
  private final List<ForeignKeyDef> foreignKeys;
  private final List<CheckDef> checks;
  private TableOptions options;
  private Optional<Partitioning> partitioning;

  TableDraft(Table table) {
    this.table = table;
    this.columns = new ArrayList<>(table.columns());
    this.indexes = new ArrayList<>(table.indexes());
    this.foreignKeys = new ArrayList<>(table.foreignKeys());
    this.checks = new ArrayList<>(table.checks());
    this.options = table.options();
    this.partitioning = table.partitioning();
  }

  Table table() {
    return new Table(
        table.schema(),
        table.name(),
        columns,
        indexes,
        foreignKeys,
        checks,
        options,
        partitioning,
        table.view(),
        table.size());
  }

  void apply(AlterAction action) {
    switch (action) {
      case AlterAction.AddColumn a -> insert(a.column(), a.place());
      case AlterAction.ChangeColumn a -> replace(a.from(), a.column(), a.place());
      case AlterAction.ModifyColumn a -> replace(a.column().name(), a.column(), a.place());
      case AlterAction.DropColumn a -> dropColumn(a.column());
      case AlterAction.RenameColumn a ->
          columns.stream()
              .filter(c -> c.name().equalsIgnoreCase(a.from()))
              .findFirst()
              .ifPresent(c -> replace(a.from(), c.withName(a.to()), Optional.empty()));
      case AlterAction.SetDefault a ->
          columns.replaceAll(
              c -> c.name().equalsIgnoreCase(a.column()) ? c.withDefault(a.value()) : c);
      case AlterAction.AddIndex a -> addIndex(a.index());
      case AlterAction.DropIndex a -> indexes.removeIf(i -> is(i, a.index()));
      case AlterAction.DropPrimaryKey a -> indexes.removeIf(i -> i.kind() == IndexDef.Kind.PRIMARY);
      case AlterAction.RenameIndex a ->
          indexes.replaceAll(i -> is(i, a.from()) ? i.withName(a.to()) : i);
      case AlterAction.SetIndexVisible a ->
          indexes.replaceAll(i -> is(i, a.index()) ? i.withVisible(a.visible()) : i);
      case AlterAction.AddForeignKey a -> foreignKeys.add(a.key());
      case AlterAction.DropForeignKey a -> foreignKeys.removeIf(f -> named(f.name(), a.key()));
      case AlterAction.AddCheck a -> checks.add(a.check());
      case AlterAction.DropCheck a -> checks.removeIf(c -> named(c.name(), a.check()));
      case AlterAction.DropConstraint a -> dropConstraint(a.constraint());
      case AlterAction.ConvertCharset a -> convert(a);
      case AlterAction.SetOptions a -> options = options.with(a.options());
      case AlterAction.PartitionBy a -> partitioning = Optional.of(a.partitioning());
      case AlterAction.RemovePartitioning a -> partitioning = Optional.empty();
      case AlterAction.SetColumnVisible a -> {}
      case AlterAction.SetCheckEnforced a -> {}
      case AlterAction.RenameTable a -> {}
      case AlterAction.Force a -> {}
      case AlterAction.OrderBy a -> {}
      case AlterAction.SwitchKeys a -> {}
      case AlterAction.OnPartitions a -> {}
      case AlterAction.OnTablespace a -> {}
      case AlterAction.Validation a -> {}
    }
  }

  private void insert(ColumnDef column, Optional<Place> place) {
    columns.removeIf(c -> c.name().equalsIgnoreCase(column.name()));
    if (place.isEmpty()) {
      columns.add(column);
      return;
    }
    int at =
        place
            .get()
            .after()
            .map(
                name -> {
                  for (int i = 0; i < columns.size(); i++) {
                    if (columns.get(i).name().equalsIgnoreCase(name)) {
                      return i + 1;
                    }
                  }
                  return columns.size();
                })
            .orElse(0);
    columns.add(at, column);
  }

  private void replace(String from, ColumnDef column, Optional<Place> place) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(from)) {
        columns.set(i, column);
        if (place.isPresent()) {
          columns.remove(i);
          insert(column, place);
        }
        break;
      }
    }
    if (!from.equalsIgnoreCase(column.name())) {
      indexes.replaceAll(
          index ->
              index.withParts(
                  index.parts().stream()
                      .map(p -> p.isOn(from) ? renamed(p, column.name()) : p)
                      .toList()));
    }
  }

  private static KeyPart renamed(KeyPart part, String name) {
    return new KeyPart(name, part.expression(), part.prefix(), part.descending(), part.span());
  }

  /// Its parts of indexes go with it, and indexes without a part left.
  private void dropColumn(String name) {
    columns.removeIf(c -> c.name().equalsIgnoreCase(name));
    indexes.replaceAll(i -> i.withParts(i.parts().stream().filter(p -> !p.isOn(name)).toList()));
    indexes.removeIf(i -> i.parts().isEmpty());
  }

  private void addIndex(IndexDef index) {
    var names = new IndexNames();
    indexes.forEach(i -> i.name().ifPresent(names::take));
    indexes.add(names.named(index));
  }

  private void dropConstraint(String name) {
    foreignKeys.removeIf(f -> named(f.name(), name));
    checks.removeIf(c -> named(c.name(), name));
    indexes.removeIf(i -> i.isUnique() && is(i, name));
  }

  private void convert(AlterAction.ConvertCharset to) {
    columns.replaceAll(
        c -> c.type().isCharacter() ? c.withCharset(to.charset(), to.collation()) : c);
    var changed = new java.util.HashMap<String, TableOptions.Option>();
    changed.put("charset", new TableOptions.Option(to.charset(), to.span()));
    to.collation().ifPresent(c -> changed.put("collate", new TableOptions.Option(c, to.span())));
    options = options.with(new TableOptions(changed));
  }

  private static boolean is(IndexDef index, String name) {
    return named(index.name(), name);
  }

  private static boolean named(Optional<String> own, String name) {
    return own.map(n -> n.equalsIgnoreCase(name)).orElse(false);
  }
}
