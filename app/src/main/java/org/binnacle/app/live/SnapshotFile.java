package org.binnacle.app.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.live.LiveTable;
import tools.jackson.databind.json.JsonMapper;

/// Takes the travelling snapshot that `SchemaReading.ofSnapshot` reads: definitions and sizes, no
/// rows and no names of accounts.
public final class SnapshotFile {
  private static final Set<String> OWN =
      Set.of("mysql", "sys", "performance_schema", "information_schema");

  private SnapshotFile() {}

  /// @param notes sentences on what is not in it
  public record Taken(byte[] bytes, int tables, List<String> notes) {
    public Taken {
      notes = List.copyOf(notes);
    }
  }

  /// A table that is to be in it.
  record Name(String schema, String table) {}

  public static boolean ofTheServer(String schema) {
    return OWN.contains(schema.toLowerCase(Locale.ROOT));
  }

  static Taken of(LiveProbe probe, List<Name> names, Progress progress, Cancel cancel) {
    var tables = new ArrayList<Map<String, Object>>();
    var notes = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      cancel.check();
      Name name = names.get(i);
      progress.at("tables", i, names.size());
      Optional<LiveTable> table = probe.table(name.schema(), name.table());
      if (table.isEmpty() || table.get().ddl().isEmpty()) {
        notes.add(name.schema() + "." + name.table() + " could not be read");
      } else {
        tables.add(table(table.get()));
      }
    }
    var root = new LinkedHashMap<String, Object>();
    root.put("binnacleSnapshot", 1);
    root.put(
        "server",
        Map.of("version", probe.asked().version(), "takenAt", probe.asked().at().toString()));
    root.put("tables", tables);
    byte[] bytes =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    return new Taken(bytes, tables.size(), notes);
  }

  private static Map<String, Object> table(LiveTable table) {
    var map = new LinkedHashMap<String, Object>();
    map.put("schema", table.schema());
    map.put("name", table.name());
    map.put("create", table.ddl());
    if (!table.view()) {
      map.put("rows", table.rows());
      map.put("dataBytes", table.dataBytes());
      map.put("indexBytes", table.indexBytes());
    }
    return map;
  }
}
