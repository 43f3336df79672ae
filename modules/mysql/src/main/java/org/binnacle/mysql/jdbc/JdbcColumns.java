package org.binnacle.mysql.jdbc;

import com.mysql.cj.MysqlType;
import com.mysql.cj.result.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.mysql.ResultColumn;
import org.binnacle.mysql.ResultColumn.Kind;
import org.binnacle.mysql.ResultRow;

/// The columns of a result as the driver knows them, and the present row by them. Values are read
/// as the bytes of the wire, since the driver would reformat doubles and dates.
final class JdbcColumns implements ResultRow {
  private final ResultSet rows;
  private final List<ResultColumn> columns = new ArrayList<>();
  private final List<Charset> charsets = new ArrayList<>();

  JdbcColumns(ResultSet rows) throws SQLException {
    this.rows = rows;
    Field[] fields =
        rows.getMetaData().unwrap(com.mysql.cj.jdbc.result.ResultSetMetaData.class).getFields();
    for (Field field : fields) {
      MysqlType type = field.getMysqlType();
      columns.add(
          new ResultColumn(
              text(field.getName()),
              text(field.getOriginalName()),
              text(field.getTableName()),
              text(field.getDatabaseName()),
              type.getName(),
              kind(type)));
      charsets.add(charset(field, type));
    }
  }

  List<ResultColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public Optional<String> text(int place) {
    return bytes(place).map(bytes -> new String(bytes, charsets.get(place)));
  }

  @Override
  public Optional<byte[]> bytes(int place) {
    try {
      return Optional.ofNullable(rows.getBytes(place + 1));
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }

  private static Kind kind(MysqlType type) {
    return switch (type) {
      case DECIMAL,
          DECIMAL_UNSIGNED,
          TINYINT,
          TINYINT_UNSIGNED,
          BOOLEAN,
          SMALLINT,
          SMALLINT_UNSIGNED,
          INT,
          INT_UNSIGNED,
          FLOAT,
          FLOAT_UNSIGNED,
          DOUBLE,
          DOUBLE_UNSIGNED,
          BIGINT,
          BIGINT_UNSIGNED,
          MEDIUMINT,
          MEDIUMINT_UNSIGNED,
          YEAR ->
          Kind.NUMBER;
      case DATE, TIME, DATETIME, TIMESTAMP -> Kind.TIME;
      case JSON -> Kind.JSON;
      case BIT, BINARY, VARBINARY, TINYBLOB, MEDIUMBLOB, LONGBLOB, BLOB, GEOMETRY, VECTOR ->
          Kind.BINARY;
      default -> Kind.TEXT;
    };
  }

  /// Numbers and times come in ASCII, whatever the column's character set says.
  private static Charset charset(Field field, MysqlType type) {
    if (kind(type) != Kind.TEXT) {
      return StandardCharsets.UTF_8;
    }
    String name = text(field.getEncoding());
    try {
      return name.isEmpty() || field.getCollationIndex() == 63
          ? StandardCharsets.UTF_8
          : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
