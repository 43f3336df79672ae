package org.binnacle.sql.ddl;

import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// One clause of ALTER TABLE; those of CREATE and DROP INDEX are told as these too.
public sealed interface AlterAction {

  /// Its words in the text.
  Span span();

  record AddColumn(ColumnDef column, Optional<Place> place, Span span) implements AlterAction {}

  record ChangeColumn(String from, ColumnDef column, Optional<Place> place, Span span)
      implements AlterAction {}

  record ModifyColumn(ColumnDef column, Optional<Place> place, Span span) implements AlterAction {}

  record DropColumn(String column, Span span) implements AlterAction {}

  record RenameColumn(String from, String to, Span span) implements AlterAction {}

  /// @param value nothing for DROP DEFAULT
  record SetDefault(String column, Optional<String> value, Span span) implements AlterAction {}

  record SetColumnVisible(String column, boolean visible, Span span) implements AlterAction {}

  record AddIndex(IndexDef index, Span span) implements AlterAction {}

  record DropIndex(String index, Span span) implements AlterAction {}

  record DropPrimaryKey(Span span) implements AlterAction {}

  record RenameIndex(String from, String to, Span span) implements AlterAction {}

  record SetIndexVisible(String index, boolean visible, Span span) implements AlterAction {}

  record AddForeignKey(ForeignKeyDef key, Span span) implements AlterAction {}

  record DropForeignKey(String key, Span span) implements AlterAction {}

  record AddCheck(CheckDef check, Span span) implements AlterAction {}

  record DropCheck(String check, Span span) implements AlterAction {}

  record SetCheckEnforced(String check, boolean enforced, Span span) implements AlterAction {}

  /// DROP CONSTRAINT: of which kind only the table tells.
  record DropConstraint(String constraint, Span span) implements AlterAction {}

  record RenameTable(TableName to, Span span) implements AlterAction {}

  /// CONVERT TO CHARACTER SET.
  record ConvertCharset(String charset, Optional<String> collation, Span span)
      implements AlterAction {}

  record SetOptions(TableOptions options, Span span) implements AlterAction {}

  record Force(Span span) implements AlterAction {}

  record OrderBy(List<String> columns, Span span) implements AlterAction {
    public OrderBy {
      columns = List.copyOf(columns);
    }
  }

  /// ENABLE KEYS, DISABLE KEYS.
  record SwitchKeys(boolean enable, Span span) implements AlterAction {}

  record PartitionBy(Partitioning partitioning, Span span) implements AlterAction {}

  record RemovePartitioning(Span span) implements AlterAction {}

  /// ADD, DROP, REBUILD, OPTIMIZE, ANALYZE, CHECK, REPAIR, COALESCE, TRUNCATE, REORGANIZE,
  /// EXCHANGE, DISCARD or IMPORT PARTITION.
  record OnPartitions(String verb, List<String> partitions, Span span) implements AlterAction {
    public OnPartitions {
      partitions = List.copyOf(partitions);
    }
  }

  /// DISCARD or IMPORT TABLESPACE, SECONDARY_LOAD, SECONDARY_UNLOAD.
  record OnTablespace(String verb, Span span) implements AlterAction {}

  /// WITH or WITHOUT VALIDATION.
  record Validation(boolean with, Span span) implements AlterAction {}
}
