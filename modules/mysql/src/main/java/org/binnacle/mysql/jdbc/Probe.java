package org.binnacle.mysql.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.RowReader;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.SideDoor;
import org.binnacle.mysql.Version;
import org.binnacle.mysql.flavour.Flavours;

/// Learns a server's facts on a fresh connection and applies the session contract to it. Each
/// capability is tried once; a refusal is an answer, not a failure.
final class Probe {
  private static final String IDENTITY =
      """
      SELECT /* binnacle:probe */ VERSION() AS version, @@version_comment AS comment,
       CONNECTION_ID() AS id, CURRENT_USER() AS account, @@GLOBAL.read_only AS read_only,
       @@GLOBAL.performance_schema AS performance_schema, @@server_id AS server_id, @@port AS port""";
  private static final Set<Integer> DENIED = Set.of(1044, 1045, 1142, 1143, 1227, 1370);

  private final Connection connection;

  Probe(Connection connection) {
    this.connection = connection;
  }

  Link learn(Server server, Link.Dialled dialled, Bounds bounds, boolean readOnly, boolean several)
      throws SQLException {
    Map<String, String> who = map(IDENTITY);
    String version = value(who, "version");
    String comment = value(who, "comment");
    if (Version.of(version).compareTo(new Version(5, 7, 0)) < 0) {
      throw new Fault(
          ConnectFaults.UNSUPPORTED,
          "%s:%d is %s; MySQL 5.7 is the oldest that is spoken to"
              .formatted(server.host(), server.port(), version));
    }
    Flavours.Choice choice = Flavours.choose(version, comment);
    Flavour flavour = choice.flavour();
    var notes = new ArrayList<String>();
    if (!choice.exact()) {
      notes.add(
          "%s is not known by itself; it is treated as %s".formatted(version, flavour.name()));
    }
    apply(flavour.onConnect(bounds, readOnly));
    if (readOnly) {
      verifyReadOnly(flavour);
    }
    who.putAll(more());
    boolean schema = value(who, "performance_schema").equals("1");
    Set<Capability> can = capabilities(flavour, schema);
    notes.addAll(Notes.of(flavour, schema, can));
    var facts =
        new ServerFacts(
            version,
            comment,
            uuid(who),
            value(who, "account"),
            !value(who, "read_only").equals("0"),
            schema,
            can,
            notes,
            SideDoor.told(
                value(who, "admin_address"), number(who, "admin_port"), number(who, "extra_port")));
    long id = Long.parseLong(value(who, "id"));
    return new Link(
        server, connection, dialled, id, facts, flavour, readOnly, several, new KnownTexts());
  }

  /// What not every server has.
  private Map<String, String> more() throws SQLException {
    var values = new HashMap<String, String>();
    var _ =
        list(
            "SHOW GLOBAL VARIABLES WHERE Variable_name IN"
                + " ('server_uuid','admin_address','admin_port','extra_port')",
            row ->
                values.put(
                    row.text("Variable_name", "").toLowerCase(Locale.ROOT), row.text("Value", "")));
    return values;
  }

  private static String uuid(Map<String, String> who) {
    String told = value(who, "server_uuid");
    return told.isEmpty() ? value(who, "server_id") + ":" + value(who, "port") : told;
  }

  private static long number(Map<String, String> values, String name) {
    String text = value(values, name);
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }

  private void apply(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// The driver's flag alone does not reach MariaDB 10, so the server itself is asked.
  private void verifyReadOnly(Flavour flavour) throws SQLException {
    connection.setReadOnly(true);
    List<String> values =
        list(
            "SHOW SESSION VARIABLES WHERE Variable_name IN ('transaction_read_only','tx_read_only')",
            row -> row.text("Value", ""));
    if (values.isEmpty() || !values.stream().allMatch("ON"::equalsIgnoreCase)) {
      throw new Fault(
          ConnectFaults.OTHER, flavour.name() + " did not make the session read-only: " + values);
    }
  }

  private Set<Capability> capabilities(Flavour flavour, boolean schema) throws SQLException {
    var can = EnumSet.noneOf(Capability.class);
    Privileges privileges = new Privileges(list("SHOW GRANTS", row -> first(row)));
    if (privileges.any("PROCESS")) {
      can.add(Capability.PROCESS);
    }
    if (privileges.any("CONNECTION_ADMIN", "CONNECTION ADMIN", "SUPER")) {
      can.add(Capability.KILL);
    }
    if (schema && allowed("SELECT 1 FROM performance_schema.threads LIMIT 0")) {
      can.add(Capability.PERFORMANCE_SCHEMA);
      consumers(can);
    }
    if (allowed(flavour.replicaStatus())) {
      can.add(Capability.REPLICATION);
    }
    for (String routine :
        list(
            "SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA='mysql' AND ROUTINE_NAME IN ('rds_kill','az_kill')",
            row -> row.text("name", ""))) {
      can.add(
          routine.toLowerCase(Locale.ROOT).startsWith("rds")
              ? Capability.RDS_KILL
              : Capability.AZ_KILL);
    }
    return can;
  }

  private void consumers(Set<Capability> can) throws SQLException {
    List<String> on =
        list(
            "SELECT NAME AS name FROM performance_schema.setup_consumers WHERE ENABLED='YES'",
            row -> row.text("name", ""));
    boolean fed = on.contains("global_instrumentation") && on.contains("thread_instrumentation");
    if (fed && on.contains("events_statements_current")) {
      can.add(Capability.STATEMENTS_CURRENT);
      if (on.contains("events_statements_history")) {
        can.add(Capability.STATEMENTS_HISTORY);
      }
    }
    if (on.contains("global_instrumentation")
        && !list(
                "SELECT 1 AS one FROM performance_schema.setup_instruments WHERE NAME='wait/lock/metadata/sql/mdl' AND ENABLED='YES'",
                row -> row.number("one", 0))
            .isEmpty()) {
      can.add(Capability.METADATA_LOCKS);
    }
  }

  private boolean allowed(String sql) throws SQLException {
    try {
      var _ = list(sql, row -> 1);
      return true;
    } catch (SQLException e) {
      if (DENIED.contains(e.getErrorCode())) {
        return false;
      }
      throw e;
    }
  }

  private Map<String, String> map(String sql) throws SQLException {
    var values = new HashMap<String, String>();
    var _ =
        list(
            sql,
            row -> {
              row.columns().forEach(name -> values.put(name, row.text(name, "")));
              return 1;
            });
    return values;
  }

  private static String first(Row row) {
    return row.text(row.columns().getFirst(), "");
  }

  private static String value(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }

  private <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      var row = new JdbcRow(rows);
      var values = new ArrayList<T>();
      while (rows.next()) {
        values.add(reader.read(row));
      }
      return values;
    }
  }
}
