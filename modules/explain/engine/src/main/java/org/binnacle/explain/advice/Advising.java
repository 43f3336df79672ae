package org.binnacle.explain.advice;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.explain.Servers;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.explain.schema.TableReader;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.sql.query.TableUse;

/// The door to index advice with the tables and statistics of a server. Blocks: call it on a
/// virtual thread.
public final class Advising {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private final Connections connections;
  private final Servers servers;

  public Advising(Connections connections, Servers servers) {
    this.connections = connections;
    this.servers = servers;
  }

  /// @param database the default database
  public Advice advise(InstanceRef instance, Optional<String> database, String sql) {
    return Adviser.of(sql, tables(instance, database, sql));
  }

  /// The tables that a statement names, by name in small letters.
  public Map<String, TableInfo> tables(
      InstanceRef instance, Optional<String> database, String sql) {
    Server server =
        servers
            .find(instance.id())
            .orElseThrow(() -> new Fault(ExplainFaults.NO_INSTANCE, instance.name()));
    var bounds =
        new Bounds(
            Bounds.action().connect(), LIMIT, LIMIT.plusSeconds(5), Bounds.action().lockWait());
    Map<String, TableInfo> tables = new LinkedHashMap<>();
    try (Session session = connections.action(server, "advise", bounds, true)) {
      for (TableUse use : Adviser.tables(sql)) {
        String key = use.name().toLowerCase(Locale.ROOT);
        String schema = use.schema().isEmpty() ? database.orElse("") : use.schema();
        if (!schema.isEmpty() && !tables.containsKey(key)) {
          TableReader.read(session, schema, use.name()).ifPresent(table -> tables.put(key, table));
        }
      }
    }
    return tables;
  }
}
