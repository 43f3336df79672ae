package org.binnacle.review.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.ddl.TableOptions;

/// What a DDL statement makes of a schema. What cannot be done leaves the schema as it is: rules of
/// the family `valid` have told of it.
public final class Evolution {
  private Evolution() {}

  public static void apply(Schema schema, Ddl ddl) {
    switch (ddl) {
      case Ddl.CreateTable create -> create(schema, create);
      case Ddl.AlterTable alter ->
          schema.table(alter.table()).ifPresent(t -> alter(schema, t, alter));
      case Ddl.DropTable drop -> drop.tables().forEach(schema::drop);
      case Ddl.RenameTable rename -> rename.pairs().forEach(p -> move(schema, p.from(), p.to()));
      case Ddl.TruncateTable truncate -> {}
      case Ddl.CreateDatabase db -> schema.addDatabase(db.name());
      case Ddl.AlterDatabase db -> {}
      case Ddl.DropDatabase db -> schema.dropDatabase(db.name());
      case Ddl.CreateView view -> schema.put(view(schema, view.view()));
      case Ddl.DropView view -> view.views().forEach(schema::drop);
      case Ddl.CreateProgram p -> {}
      case Ddl.DropProgram p -> {}
    }
  }

  private static void create(Schema schema, Ddl.CreateTable create) {
    if (create.ifNotExists() && schema.table(create.table()).isPresent()) {
      return;
    }
    Optional<Table> like = create.like().flatMap(schema::table);
    String database = create.table().schema().orElse(schema.database());
    if (like.isPresent()) {
      made(schema, like.get().withName(database, create.table().name()));
    } else if (create.like().isEmpty()) {
      made(schema, table(create, database));
    }
  }

  private static void made(Schema schema, Table table) {
    schema.put(table);
    schema.made(table);
  }

  /// The table that a CREATE TABLE makes.
  public static Table table(Ddl.CreateTable create, String database) {
    var names = new IndexNames();
    return new Table(
        database,
        create.table().name(),
        create.columns(),
        create.indexes().stream().map(names::named).toList(),
        create.foreignKeys(),
        create.checks(),
        create.options(),
        create.partitioning(),
        create.select(),
        Optional.empty());
  }

  private static Table view(Schema schema, TableName name) {
    return new Table(
        name.schema().orElse(schema.database()),
        name.name(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TableOptions.NONE,
        Optional.empty(),
        true,
        Optional.empty());
  }

  private static void move(Schema schema, TableName from, TableName to) {
    schema
        .table(from)
        .ifPresentOrElse(
            t -> {
              schema.remove(t);
              schema.put(t.withName(to.schema().orElse(t.schema()), to.name()));
            },
            () -> schema.drop(from));
  }

  private static void alter(Schema schema, Table table, Ddl.AlterTable alter) {
    if (table.view()) {
      return;
    }
    Table after = after(table, alter.actions());
    schema.put(after);
    for (AlterAction action : alter.actions()) {
      if (action instanceof AlterAction.RenameTable rename) {
        schema.remove(after);
        schema.put(after.withName(rename.to().schema().orElse(after.schema()), rename.to().name()));
      }
    }
  }

  /// The table behind the clauses of an ALTER TABLE.
  public static Table after(Table table, List<AlterAction> actions) {
    var draft = new TableDraft(table);
    for (AlterAction action : new ArrayList<>(actions)) {
      draft.apply(action);
    }
    return draft.table();
  }
}
