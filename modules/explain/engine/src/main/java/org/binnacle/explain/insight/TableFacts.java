package org.binnacle.explain.insight;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.TableInfo;

/// What is known of a table beside the plan.
///
/// @param rows its rows, as statistics tell
/// @param engine its storage engine; empty where it is not known
/// @param partitions how many partitions it has; 0 for none or not known
/// @param textColumns columns of a text type
public record TableFacts(
    OptionalLong rows, String engine, int partitions, Set<String> textColumns) {
  public TableFacts {
    textColumns = Set.copyOf(textColumns);
  }

  /// What insights want of tables as a server described them.
  public static Map<String, TableFacts> of(Map<String, TableInfo> tables) {
    var facts = new HashMap<String, TableFacts>();
    tables.forEach(
        (name, table) ->
            facts.put(
                name,
                new TableFacts(
                    table.rows(),
                    table.engine(),
                    table.partitions(),
                    table.columns().stream()
                        .filter(ColumnInfo::text)
                        .map(ColumnInfo::name)
                        .collect(Collectors.toSet()))));
    return facts;
  }
}
