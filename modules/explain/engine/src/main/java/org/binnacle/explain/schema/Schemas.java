package org.binnacle.explain.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.explain.Servers;
import org.binnacle.explain.schema.SchemaObject.Kind;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Session;
import org.binnacle.sql.Quote;

/// The door to what schemas a server has, a step at a time: nothing is read that was not asked for,
/// and never all tables of all schemas. Every method blocks: call it on a virtual thread. Each has
/// a short read-only connection of its own, so that a slow information_schema delays no watch.
public final class Schemas {
  /// Objects of a schema that are listed at most.
  public static final int LISTED = 20_000;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Connections connections;
  private final Servers servers;

  public Schemas(Connections connections, Servers servers) {
    this.connections = connections;
    this.servers = servers;
  }

  /// The schemas that the account may see, those of the server itself last.
  public List<String> databases(InstanceRef instance) {
    List<String> all =
        with(
            instance,
            session ->
                session.query(
                    "SHOW /* binnacle:schemas */ DATABASES",
                    row -> row.text(row.columns().getFirst(), "")));
    var sorted = new ArrayList<>(all);
    sorted.sort(
        java.util.Comparator.comparing(Schemas::ofTheServer)
            .thenComparing(String.CASE_INSENSITIVE_ORDER));
    return sorted;
  }

  /// Whether a schema is the server's own.
  public static boolean ofTheServer(String schema) {
    return switch (schema.toLowerCase(java.util.Locale.ROOT)) {
      case "mysql", "sys", "information_schema", "performance_schema" -> true;
      default -> false;
    };
  }

  /// Tables and views of a schema with their sizes, then routines, triggers and events; by name
  /// within each kind, {@link #LISTED} of a kind at most.
  public List<SchemaObject> objects(InstanceRef instance, String schema) {
    return with(
        instance,
        session -> {
          var all = new ArrayList<SchemaObject>();
          all.addAll(ObjectReader.tables(session, schema, LISTED));
          all.addAll(ObjectReader.routines(session, schema, LISTED));
          all.addAll(ObjectReader.triggers(session, schema, LISTED));
          all.addAll(ObjectReader.events(session, schema, LISTED));
          return all;
        });
  }

  /// A table with its columns, indexes and definition; empty where it is gone or not to be seen.
  public Optional<TableInfo> table(InstanceRef instance, String schema, String table) {
    return with(instance, session -> TableReader.read(session, schema, table));
  }

  /// Foreign keys from and to a table.
  public List<Reference> references(InstanceRef instance, String schema, String table) {
    return with(instance, session -> ObjectReader.references(session, schema, table));
  }

  /// SHOW CREATE of an object; empty where the account may not see it.
  public String ddl(InstanceRef instance, SchemaObject object) {
    String path = Quote.path(object.schema(), object.name());
    String what =
        switch (object.kind()) {
          case TABLE -> "TABLE";
          case VIEW -> "VIEW";
          case PROCEDURE -> "PROCEDURE";
          case FUNCTION -> "FUNCTION";
          case TRIGGER -> "TRIGGER";
          case EVENT -> "EVENT";
        };
    int place =
        object.kind() == Kind.TABLE || object.kind() == Kind.VIEW
            ? 1
            : object.kind() == Kind.EVENT ? 3 : 2;
    return with(
        instance,
        session ->
            session
                .query(
                    "SHOW CREATE " + what + " " + path,
                    row ->
                        row.columns().size() > place ? row.text(row.columns().get(place), "") : "")
                .stream()
                .findFirst()
                .orElse(""));
  }

  /// All names of one schema for completion: tables and views with their columns.
  public SchemaNames names(InstanceRef instance, String schema) {
    return with(instance, session -> ObjectReader.names(session, schema, LISTED));
  }

  private <T> T with(InstanceRef instance, Function<Session, T> work) {
    Server server =
        servers
            .find(instance.id())
            .orElseThrow(() -> new Fault(SchemaFaults.NO_INSTANCE, instance.name()));
    var bounds =
        new Bounds(
            Bounds.action().connect(), LIMIT, LIMIT.plusSeconds(5), Bounds.action().lockWait());
    try (Session session = connections.action(server, "schemas", bounds, true)) {
      return work.apply(session);
    }
  }
}
