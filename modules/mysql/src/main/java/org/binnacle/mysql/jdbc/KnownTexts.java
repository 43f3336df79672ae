package org.binnacle.mysql.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.mysql.pulse.PulseSql;
import org.jspecify.annotations.Nullable;

/// The long fixed statements that one connection asks again and again, kept by the server under a
/// name (PREPARE, EXECUTE). Then a word crosses the wire instead of three thousand letters, the
/// server need not parse them, and the driver does not search them for an INTO. Holds what a
/// connection's rounds share. Not for several threads.
final class KnownTexts {
  /// The server's words for a name that it does not keep, as behind a proxy that shares its
  /// connections.
  private static final int UNKNOWN_NAME = 1243;

  private static final int LONG_ENOUGH = 200;
  private static final int MOST = 12;
  private static final int REMEMBERED = 32;
  private static final Pattern MARK = Pattern.compile("/\\* binnacle:([a-z-]{1,32}) \\*/");

  private final Map<String, String> names = new HashMap<>();

  /// Hashes of what was asked once or more, the last ones.
  private final Map<Integer, Boolean> once =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Map<String, Columns> columns = new HashMap<>();
  private @Nullable Statement statement;
  private boolean refused;

  /// The one that asks them, on this connection.
  Statement statement(Connection connection) throws SQLException {
    Statement present = statement;
    if (present == null || present.isClosed()) {
      present = connection.createStatement();
      statement = present;
    }
    return present;
  }

  /// The columns of a statement's answer; those of a kept one are always the same.
  Columns columns(String sql, ResultSet rows) throws SQLException {
    Columns known = columns.get(sql);
    if (known == null) {
      known = Columns.of(rows);
      if (names.containsKey(sql)) {
        columns.put(sql, known);
      }
    }
    return known;
  }

  /// What to send for a statement: itself, or the short word for it.
  String word(String sql) {
    String name = names.get(sql);
    return name == null ? sql : "EXECUTE " + name;
  }

  /// After these were answered: has the server keep those that were asked before as well. Where it
  /// will not (max_prepared_stmt_count), none is offered again.
  void answered(Statement statement, List<String> asked) {
    if (refused || settled(asked)) {
      return;
    }
    List<String> again =
        asked.stream()
            .distinct()
            .filter(sql -> sql.length() >= LONG_ENOUGH && !names.containsKey(sql))
            .filter(sql -> !sql.contains(PulseSql.VARIES))
            .filter(sql -> once.put(sql.hashCode(), true) != null && sql.indexOf('\\') < 0)
            .limit(Math.max(0, MOST - names.size()))
            .toList();
    if (again.isEmpty()) {
      return;
    }
    Map<String, String> fresh = new LinkedHashMap<>();
    again.forEach(sql -> fresh.put(sql, name(sql, fresh.values())));
    try {
      statement.execute(
          fresh.entrySet().stream()
              .map(
                  one ->
                      "PREPARE %s FROM '%s'"
                          .formatted(one.getValue(), one.getKey().replace("'", "''")))
              .collect(Collectors.joining(";\n")));
      names.putAll(fresh);
    } catch (SQLException e) {
      refused = true;
    }
  }

  /// Whether there is nothing more to keep; so it is nearly always.
  private boolean settled(List<String> asked) {
    if (names.size() >= MOST) {
      return true;
    }
    for (String sql : asked) {
      if (sql.length() >= LONG_ENOUGH && !names.containsKey(sql)) {
        return false;
      }
    }
    return true;
  }

  /// After a fault: true where the server does not keep our names, which are then forgotten for
  /// good.
  boolean lost(SQLException thrown) {
    if (thrown.getErrorCode() != UNKNOWN_NAME) {
      return false;
    }
    names.clear();
    columns.clear();
    refused = true;
    return true;
  }

  /// By what it asks, and a number: the same on all connections, since each name is a statement of
  /// its own to who counts statements by digest.
  private String name(String sql, Collection<String> taken) {
    Matcher mark = MARK.matcher(sql);
    String name = "binnacle_" + (mark.find() ? mark.group(1).replace('-', '_') : "ask");
    int number = 1;
    while (names.containsValue(name + "_" + number) || taken.contains(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }
}
