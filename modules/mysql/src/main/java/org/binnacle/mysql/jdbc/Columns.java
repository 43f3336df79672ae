package org.binnacle.mysql.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The places of a result's columns by name. Not for several threads.
final class Columns {
  private final List<String> names;
  private final Map<String, Integer> places;
  private @Nullable Map<String, Integer> otherwise;

  private Columns(List<String> names) {
    this.names = List.copyOf(names);
    places = HashMap.newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i + 1);
    }
  }

  static Columns of(ResultSet rows) throws SQLException {
    ResultSetMetaData data = rows.getMetaData();
    int count = data.getColumnCount();
    var names = new ArrayList<String>(count);
    for (int i = 1; i <= count; i++) {
      names.add(data.getColumnLabel(i));
    }
    return new Columns(names);
  }

  /// In the server's order.
  List<String> names() {
    return names;
  }

  /// From 1 on; null where there is none.
  @Nullable Integer place(String column) {
    Integer place = places.get(column);
    return place == null ? otherwise().get(column.toLowerCase(Locale.ROOT)) : place;
  }

  /// By names in lower case, those of today included; made where a column is asked for by another
  /// name than the server gave it.
  private Map<String, Integer> otherwise() {
    Map<String, Integer> known = otherwise;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        known.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), i + 1);
      }
      for (int i = 0; i < names.size(); i++) {
        known.putIfAbsent(todaysName(names.get(i).toLowerCase(Locale.ROOT)), i + 1);
      }
      otherwise = known;
    }
    return known;
  }

  /// The name since MySQL 8.0.22 of a column named before it, or by MariaDB.
  private static String todaysName(String old) {
    return old.equals("connection_name")
        ? "channel_name"
        : old.replace("master", "source").replace("slave", "replica");
  }
}
