package org.binnacle.mysql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The few numbers that tell a server's role and health: one round trip of about 1 kB.
///
/// @param dumps binlog streams that it sends, so replicas (or readers of the binlog) that it has;
///   negative where the account may not see them
/// @param channels one for each replication channel; empty where it is no replica or the account
///   may not see it
public record Pulse(
    long connected,
    long running,
    long maxConnections,
    long uptimeS,
    long questions,
    boolean readOnly,
    long rowLockWaits,
    long dumps,
    List<Channel> channels) {

  public Pulse {
    channels = List.copyOf(channels);
  }

  /// A replication channel in short.
  ///
  /// @param lagS seconds behind the source; empty where the server does not know
  /// @param error the last error's text; empty where there is none
  public record Channel(
      String name,
      String sourceHost,
      int sourcePort,
      boolean receiving,
      boolean applying,
      OptionalLong lagS,
      String error) {

    /// Reads a row of {@link Flavour#replicaStatus()}.
    public static Channel read(Row row) {
      return new Channel(
          row.text("Channel_Name", ""),
          row.text("Source_Host", ""),
          (int) row.number("Source_Port", 0),
          row.text("Replica_IO_Running", "").equalsIgnoreCase("Yes"),
          row.text("Replica_SQL_Running", "").equalsIgnoreCase("Yes"),
          row.number("Seconds_Behind_Source"),
          Optional.of(row.text("Last_IO_Error", ""))
              .filter(text -> !text.isEmpty())
              .orElse(row.text("Last_SQL_Error", "")));
    }
  }

  /// Whether it applies the changes of another server.
  public boolean replica() {
    return !channels.isEmpty();
  }

  /// Takes the pulse in one round trip.
  public static Pulse take(Session session) {
    Map<String, String> values = new HashMap<>();
    var channels = new ArrayList<Channel>();
    var asks = new ArrayList<Ask<?>>();
    asks.add(
        new Ask<>(
            session.flavour().pulse(session.facts()),
            row -> values.put(row.text("name", ""), row.text("value", "")),
            rows -> {}));
    if (session.facts().can(Capability.REPLICATION)) {
      asks.add(new Ask<>(session.flavour().replicaStatus(), Channel::read, channels::addAll));
    }
    session.round(asks);
    return new Pulse(
        number(values, "threads_connected"),
        number(values, "threads_running"),
        number(values, "max_connections"),
        number(values, "uptime"),
        number(values, "questions"),
        number(values, "read_only") > 0,
        number(values, "innodb_row_lock_current_waits"),
        values.containsKey("dumps") ? number(values, "dumps") : -1,
        channels);
  }

  private static long number(Map<String, String> values, String name) {
    try {
      return Long.parseLong(values.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
