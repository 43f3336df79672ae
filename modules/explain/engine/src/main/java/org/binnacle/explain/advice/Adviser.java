package org.binnacle.explain.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.QueryReader;
import org.binnacle.sql.query.TableUse;

/// Finds candidate indexes for a statement by what it says: columns compared with a value or with
/// another table first, the most selective first; then one range, or else the columns of GROUP BY
/// or ORDER BY; and a covering variant where few columns are missing. Pure; whether an index is
/// worth it only a trial tells.
public final class Adviser {
  /// Columns of an index that are still reasonable.
  private static final int COLUMNS = 5;

  private Adviser() {}

  /// The tables that a statement names, as far as advice needs them.
  public static List<TableUse> tables(String sql) {
    return QueryReader.read(sql).stream()
        .flatMap(query -> query.blocks().stream())
        .flatMap(block -> block.tables().stream())
        .filter(table -> !table.derived())
        .toList();
  }

  /// @param tables what is known of the tables, by name in small letters
  public static Advice of(String sql, Map<String, TableInfo> tables) {
    int statements = Script.cut(sql, SqlModes.DEFAULT).statements().size();
    if (statements > 1) {
      return new Advice.None("it is of one statement, and here are " + statements);
    }
    Optional<Query> query = QueryReader.read(sql);
    if (query.isEmpty()) {
      return new Advice.None("the statement is not understood here");
    }
    Map<String, Candidate> found = new LinkedHashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    boolean known = false;
    for (Block block : query.get().blocks()) {
      for (TableUse use : block.tables()) {
        if (use.derived()) {
          continue;
        }
        TableInfo table = tables.get(use.name().toLowerCase(Locale.ROOT));
        if (table == null) {
          notes.add("nothing is known of table " + use.name());
          continue;
        }
        known = true;
        new TableWishes(block, use, table, COLUMNS)
            .candidates()
            .forEach(one -> found.putIfAbsent(one.table() + one.columns(), one));
      }
    }
    if (!known && !notes.isEmpty()) {
      return new Advice.None("none of its tables is known: " + String.join("; ", notes));
    }
    return new Advice.Given(new ArrayList<>(found.values()), new ArrayList<>(notes));
  }
}
