package org.binnacle.mysql.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.mysql.Row;
import org.jspecify.annotations.Nullable;

/// The present row of a result.
final class JdbcRow implements Row {
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private final ResultSet rows;
  private final Columns columns;

  JdbcRow(ResultSet rows) throws SQLException {
    this(rows, Columns.of(rows));
  }

  JdbcRow(ResultSet rows, Columns columns) {
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public Optional<String> text(String column) {
    return Optional.ofNullable(raw(column));
  }

  @Override
  public OptionalLong number(String column) {
    String text = raw(column);
    if (text == null || text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return large(text);
    }
  }

  /// Unsigned BIGINT beyond the range of long is cut to it; decimals lose their fraction.
  private static OptionalLong large(String text) {
    try {
      BigInteger whole = new BigDecimal(text.strip()).toBigInteger();
      return OptionalLong.of(whole.min(LONG_MAX).max(LONG_MIN).longValue());
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Optional<Double> decimal(String column) {
    try {
      return text(column).map(String::strip).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> bytes(String column) {
    Integer place = columns.place(column);
    if (place == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(rows.getBytes(place));
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }

  @Override
  public Optional<Instant> instant(String column) {
    try {
      return text(column)
          .filter(text -> text.length() >= 19)
          .map(text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> columns() {
    return columns.names();
  }

  private @Nullable String raw(String column) {
    Integer place = columns.place(column);
    if (place == null) {
      return null;
    }
    try {
      return rows.getString(place);
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }
}
