package org.binnacle.sql.ddl;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// What a DDL statement says.
public sealed interface Ddl {

  /// @param like the table it is made after, with no definition of its own
  /// @param select whether rows come from a SELECT
  record CreateTable(
      TableName table,
      boolean temporary,
      boolean ifNotExists,
      List<ColumnDef> columns,
      List<IndexDef> indexes,
      List<ForeignKeyDef> foreignKeys,
      List<CheckDef> checks,
      TableOptions options,
      Optional<Partitioning> partitioning,
      Optional<TableName> like,
      boolean select)
      implements Ddl {
    public CreateTable {
      columns = List.copyOf(columns);
      indexes = List.copyOf(indexes);
      foreignKeys = List.copyOf(foreignKeys);
      checks = List.copyOf(checks);
    }
  }

  /// ALTER TABLE, and CREATE and DROP INDEX as the ALTER that they are.
  ///
  /// @param asIndexStatement whether it was written as CREATE INDEX or DROP INDEX
  record AlterTable(
      TableName table,
      List<AlterAction> actions,
      Optional<Clause> algorithm,
      Optional<Clause> lock,
      boolean asIndexStatement)
      implements Ddl {
    public AlterTable {
      actions = List.copyOf(actions);
    }
  }

  /// ALGORITHM= or LOCK=.
  ///
  /// @param value in upper case
  record Clause(String value, Span span) {}

  record DropTable(List<TableName> tables, boolean ifExists, boolean temporary) implements Ddl {
    public DropTable {
      tables = List.copyOf(tables);
    }
  }

  record RenameTable(List<Pair> pairs) implements Ddl {
    public RenameTable {
      pairs = List.copyOf(pairs);
    }

    public record Pair(TableName from, TableName to) {}
  }

  record TruncateTable(TableName table) implements Ddl {}

  record CreateDatabase(String name, Span nameSpan, boolean ifNotExists, TableOptions options)
      implements Ddl {}

  record AlterDatabase(String name, Span nameSpan, TableOptions options) implements Ddl {}

  record DropDatabase(String name, Span nameSpan, boolean ifExists) implements Ddl {}

  /// @param definer as written
  /// @param select its query's place in the text
  record CreateView(
      TableName view,
      boolean orReplace,
      Optional<String> definer,
      Optional<String> security,
      List<String> columns,
      Span select)
      implements Ddl {
    public CreateView {
      columns = List.copyOf(columns);
    }
  }

  record DropView(List<TableName> views, boolean ifExists) implements Ddl {
    public DropView {
      views = List.copyOf(views);
    }
  }

  /// A stored program.
  ///
  /// @param on a trigger's table
  record CreateProgram(
      Program program,
      TableName name,
      boolean ifNotExists,
      Optional<String> definer,
      Optional<TableName> on)
      implements Ddl {}

  record DropProgram(Program program, TableName name, boolean ifExists) implements Ddl {}

  /// What keeps SQL in the server.
  enum Program {
    PROCEDURE,
    FUNCTION,
    TRIGGER,
    EVENT
  }
}
