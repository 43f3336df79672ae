package org.binnacle.review.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.ForeignKeyDef;
import org.binnacle.sql.ddl.TableName;

/// The tables that statements name.
final class Named {
  private Named() {}

  /// Those that a DDL statement makes, changes or drops.
  static List<TableName> tables(Ddl ddl) {
    return switch (ddl) {
      case Ddl.CreateTable c -> List.of(c.table());
      case Ddl.AlterTable a -> {
        var all = new ArrayList<>(List.of(a.table()));
        a.actions().stream()
            .filter(AlterAction.RenameTable.class::isInstance)
            .map(r -> ((AlterAction.RenameTable) r).to())
            .forEach(all::add);
        yield all;
      }
      case Ddl.DropTable d -> d.tables();
      case Ddl.RenameTable r ->
          r.pairs().stream().flatMap(p -> Stream.of(p.from(), p.to())).toList();
      case Ddl.TruncateTable t -> List.of(t.table());
      case Ddl.CreateView v -> List.of(v.view());
      case Ddl.DropView v -> v.views();
      case Ddl.CreateDatabase d -> List.of();
      case Ddl.AlterDatabase d -> List.of();
      case Ddl.DropDatabase d -> List.of();
      case Ddl.CreateProgram p -> p.on().map(List::of).orElse(List.of());
      case Ddl.DropProgram p -> List.of();
    };
  }

  /// Tables that it only looks at: the parent of a foreign key, the model of a copy.
  static List<TableName> others(Ddl ddl) {
    return switch (ddl) {
      case Ddl.CreateTable c ->
          Stream.concat(c.like().stream(), c.foreignKeys().stream().map(ForeignKeyDef::target))
              .toList();
      case Ddl.AlterTable a ->
          a.actions().stream()
              .filter(AlterAction.AddForeignKey.class::isInstance)
              .map(f -> ((AlterAction.AddForeignKey) f).key().target())
              .toList();
      default -> List.of();
    };
  }
}
