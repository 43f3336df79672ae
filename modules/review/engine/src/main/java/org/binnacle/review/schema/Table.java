package org.binnacle.review.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.sql.ddl.CheckDef;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ForeignKeyDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.Partitioning;
import org.binnacle.sql.ddl.TableOptions;

/// A table at one moment.
///
/// @param schema empty where nobody said
/// @param view whether it is one; its columns are then unknown
/// @param size where a snapshot told it
public record Table(
    String schema,
    String name,
    List<ColumnDef> columns,
    List<IndexDef> indexes,
    List<ForeignKeyDef> foreignKeys,
    List<CheckDef> checks,
    TableOptions options,
    Optional<Partitioning> partitioning,
    boolean view,
    Optional<Size> size) {

  /// @param rows as the server estimates them
  public record Size(long rows, long dataBytes, long indexBytes) {}

  public Table {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
  }

  /// One that is there, and of which nothing is known.
  public static Table unknown(String schema, String name) {
    return new Table(
        schema,
        name,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        TableOptions.NONE,
        Optional.empty(),
        true,
        Optional.empty());
  }

  public Optional<ColumnDef> column(String name) {
    return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
  }

  public Optional<IndexDef> index(String name) {
    return indexes.stream()
        .filter(i -> i.name().map(n -> n.equalsIgnoreCase(name)).orElse(false))
        .findFirst();
  }

  public Optional<IndexDef> primaryKey() {
    return indexes.stream().filter(i -> i.kind() == IndexDef.Kind.PRIMARY).findFirst();
  }

  public String engine() {
    return options.value("engine").orElse("InnoDB");
  }

  /// The character set of a column: its own, its collation's, the table's; `utf8mb4` where nobody
  /// said.
  public String charset(ColumnDef column) {
    return column
        .type()
        .charset()
        .or(() -> column.collation().map(Table::charsetOf))
        .or(this::charset)
        .orElse("utf8mb4");
  }

  public Optional<String> charset() {
    return options
        .value("charset")
        .map(c -> c.toLowerCase(Locale.ROOT))
        .or(() -> options.value("collate").map(Table::charsetOf));
  }

  /// `latin1` of `latin1_swedish_ci`.
  public static String charsetOf(String collation) {
    int bar = collation.indexOf('_');
    return (bar < 0 ? collation : collation.substring(0, bar)).toLowerCase(Locale.ROOT);
  }

  public Table withName(String schema, String name) {
    return new Table(
        schema, name, columns, indexes, foreignKeys, checks, options, partitioning, view, size);
  }

  public Table withSize(Size size) {
    return new Table(
        schema,
        name,
        columns,
        indexes,
        foreignKeys,
        checks,
        options,
        partitioning,
        view,
        Optional.of(size));
  }
}
