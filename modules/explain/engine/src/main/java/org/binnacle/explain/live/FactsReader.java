package org.binnacle.explain.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.explain.Plan;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.schema.TableReader;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.TableNames;

/// Gathers what insights want to know beside a plan. What cannot be had is left out and noted.
final class FactsReader {
  /// More tables than any plan that people read; MySQL joins 61 at most.
  private static final int TABLES = 64;

  private final Session session;
  private final List<String> notes;

  FactsReader(Session session, List<String> notes) {
    this.session = session;
    this.notes = notes;
  }

  /// The variables that insights ask for.
  Map<String, String> variables() {
    var values = new HashMap<String, String>();
    session
        .query(
            """
            SHOW /* binnacle:plan */ SESSION VARIABLES WHERE Variable_name IN ('optimizer_switch',
              'sort_buffer_size','join_buffer_size','tmp_table_size','max_heap_table_size',
              'eq_range_index_dive_limit','innodb_buffer_pool_size','sql_mode','optimizer_trace',
              'internal_tmp_mem_storage_engine','range_optimizer_max_mem_size')""",
            row -> Map.entry(row.text("Variable_name", ""), row.text("Value", "")))
        .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values;
  }

  /// The tables of a plan by the names that it uses.
  ///
  /// @param texts statements that name the tables, the best first: as rewritten, as written
  Map<String, TableInfo> tables(Plan plan, List<String> texts, Optional<String> database) {
    var names = new LinkedHashMap<String, TableNames.Named>();
    for (String text : texts) {
      for (TableNames.Named named : TableNames.of(text, SqlModes.DEFAULT)) {
        names.putIfAbsent(named.alias(), named);
      }
    }
    var wanted = new LinkedHashMap<String, TableNames.Named>();
    for (TableRef ref : refs(plan)) {
      resolve(ref, names, database).ifPresent(named -> wanted.putIfAbsent(ref.name(), named));
    }
    Map<TableNames.Named, Optional<TableInfo>> known = new HashMap<>();
    var tables = new LinkedHashMap<String, TableInfo>();
    for (var entry : wanted.entrySet()) {
      TableNames.Named of =
          new TableNames.Named(entry.getValue().schema(), entry.getValue().table(), "");
      if (known.size() < TABLES || known.containsKey(of)) {
        known.computeIfAbsent(of, this::read).ifPresent(table -> tables.put(entry.getKey(), table));
      }
    }
    return tables;
  }

  private static Set<TableRef> refs(Plan plan) {
    return plan.nodes().stream()
        .flatMap(node -> node.table().stream())
        .filter(table -> !table.internal())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Optional<TableNames.Named> resolve(
      TableRef ref, Map<String, TableNames.Named> names, Optional<String> database) {
    TableNames.Named named = names.get(ref.name());
    Optional<String> schema =
        ref.schema().or(() -> Optional.ofNullable(named).flatMap(TableNames.Named::schema));
    String table = ref.base().orElse(named == null ? ref.name() : named.table());
    return schema.or(() -> database).map(in -> new TableNames.Named(Optional.of(in), table, ""));
  }

  private Optional<TableInfo> read(TableNames.Named named) {
    try {
      return TableReader.read(session, named.schema().orElse(""), named.table());
    } catch (Fault fault) {
      notes.add("nothing could be read of table " + named.table() + " (" + fault.detail() + ")");
      return Optional.empty();
    }
  }
}
