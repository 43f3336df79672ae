package org.binnacle.sql.ddl;

import java.util.Optional;
import org.binnacle.sql.Span;

/// A column as it is defined.
///
/// @param nullable NULL or NOT NULL where it is written
/// @param defaultText the default as written, `NULL` included; an expression with its brackets
/// @param onUpdateText what stands behind ON UPDATE
/// @param generated STORED or VIRTUAL and the expression
/// @param references whether it ends in REFERENCES, which servers before 9.0 ignore
public record ColumnDef(
    String name,
    Span nameSpan,
    ColumnType type,
    Optional<Boolean> nullable,
    Optional<String> defaultText,
    Optional<String> onUpdateText,
    boolean autoIncrement,
    boolean primaryKey,
    boolean uniqueKey,
    Optional<String> comment,
    Optional<String> collation,
    Optional<Generated> generated,
    boolean references,
    boolean invisible,
    Optional<Long> srid,
    Span span) {

  /// @param expression with its brackets
  public record Generated(boolean stored, String expression) {}

  /// Whether NULL may stand in it, as the server reads the definition.
  public boolean isNullable() {
    return !primaryKey && !type.name().equals("serial") && nullable.orElse(true);
  }

  public boolean hasDefault() {
    return defaultText.isPresent();
  }

  public ColumnDef withName(String name) {
    return new ColumnDef(
        name,
        nameSpan,
        type,
        nullable,
        defaultText,
        onUpdateText,
        autoIncrement,
        primaryKey,
        uniqueKey,
        comment,
        collation,
        generated,
        references,
        invisible,
        srid,
        span);
  }

  public ColumnDef withDefault(Optional<String> text) {
    return new ColumnDef(
        name,
        nameSpan,
        type,
        nullable,
        text,
        onUpdateText,
        autoIncrement,
        primaryKey,
        uniqueKey,
        comment,
        collation,
        generated,
        references,
        invisible,
        srid,
        span);
  }

  public ColumnDef withNullable(boolean yes) {
    return new ColumnDef(
        name,
        nameSpan,
        type,
        Optional.of(yes),
        defaultText,
        onUpdateText,
        autoIncrement,
        primaryKey,
        uniqueKey,
        comment,
        collation,
        generated,
        references,
        invisible,
        srid,
        span);
  }

  /// As the server keeps it when the whole table is converted to another character set.
  public ColumnDef withCharset(String charset, Optional<String> collation) {
    var converted =
        new ColumnType(
            type.name(),
            type.length(),
            type.scale(),
            type.unsigned(),
            type.zerofill(),
            type.values(),
            Optional.of(charset),
            type.span());
    return new ColumnDef(
        name,
        nameSpan,
        converted,
        nullable,
        defaultText,
        onUpdateText,
        autoIncrement,
        primaryKey,
        uniqueKey,
        comment,
        collation,
        generated,
        references,
        invisible,
        srid,
        span);
  }
}
