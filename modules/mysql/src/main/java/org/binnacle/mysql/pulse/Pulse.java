package org.binnacle.mysql.pulse;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// The few numbers that tell a server's role and health: one round trip.
///
/// @param seesOthers whether the account may see what the sessions of others do; without it `doing`
///   and `longest` are empty
/// @param doing what busy clients do, the largest group first; replication and our own connections
///   left out
/// @param dumps binlog streams that it sends, so replicas (or readers of the binlog) that it has;
///   negative where the account may not see them
/// @param longest the statements that run longest, three at most
/// @param transactions empty where not asked or not allowed
/// @param blocker empty where nobody sleeps in a transaction that others wait for, or not asked
/// @param channels one for each replication channel, none where it is no replica; empty where not
///   asked or not allowed
/// @param engine empty where not asked or not allowed
/// @param variables hash of the global variables; empty where not asked
/// @param heartbeatS the lag by a heartbeat table; empty where none is named, asked or beating
public record Pulse(
    Figures figures,
    boolean seesOthers,
    List<Doing> doing,
    long dumps,
    List<Longest> longest,
    Optional<Transactions> transactions,
    Optional<Blocker> blocker,
    Optional<List<Channel>> channels,
    Optional<Engine> engine,
    OptionalLong variables,
    OptionalLong heartbeatS) {

  public Pulse {
    doing = List.copyOf(doing);
    longest = List.copyOf(longest);
    channels = channels.map(List::copyOf);
  }

  /// Clients that do the same.
  ///
  /// @param longestS of the one that has done it longest
  public record Doing(String command, String state, long many, long longestS) {}

  /// A running statement.
  ///
  /// @param sql its first 120 characters
  public record Longest(long id, String user, long timeS, String state, String sql) {}

  /// Open transactions of clients in short.
  ///
  /// @param oldestS age of the oldest; negative for none
  /// @param idleS age of the oldest whose session sleeps; negative for none
  /// @param waitS how long the oldest wait for a row lock lasts; negative for none
  public record Transactions(
      long oldestS, long oldestId, long idleS, long idleId, String idleUser, long waitS) {}

  /// The oldest transaction whose session sleeps while others wait for its row locks.
  ///
  /// @param ageS of the transaction
  /// @param many that wait for it
  public record Blocker(long id, String user, long ageS, long many) {}

  /// What InnoDB counts.
  ///
  /// @param history length of the history list: undo that is not purged yet
  /// @param deadlocks since the start of the server
  public record Engine(long history, long deadlocks) {}

  /// A replication channel in short.
  ///
  /// @param lagS seconds behind the source; empty where the server does not know
  /// @param error the last error's text; empty where there is none
  /// @param errno its number; 0 where there is none
  public record Channel(
      String name,
      String sourceHost,
      int sourcePort,
      boolean receiving,
      boolean applying,
      OptionalLong lagS,
      String error,
      int errno) {

    /// The same with a lag that something else tells.
    public Channel lagging(OptionalLong byS) {
      return new Channel(name, sourceHost, sourcePort, receiving, applying, byS, error, errno);
    }

    /// Reads a row of {@link org.binnacle.mysql.Flavour#replicaStatus()}.
    public static Channel read(Row row) {
      String receives = row.text("Last_IO_Error", "");
      return new Channel(
          row.text("Channel_Name", ""),
          row.text("Source_Host", ""),
          (int) row.number("Source_Port", 0),
          row.text("Replica_IO_Running", "").equalsIgnoreCase("Yes"),
          row.text("Replica_SQL_Running", "").equalsIgnoreCase("Yes"),
          row.number("Seconds_Behind_Source"),
          receives.isEmpty() ? row.text("Last_SQL_Error", "") : receives,
          (int) row.number(receives.isEmpty() ? "Last_SQL_Errno" : "Last_IO_Errno", 0));
    }
  }

  /// This pulse with replica status that was asked after it.
  public Pulse with(Optional<List<Channel>> known) {
    return new Pulse(
        figures,
        seesOthers,
        doing,
        dumps,
        longest,
        transactions,
        blocker,
        known,
        engine,
        variables,
        heartbeatS);
  }

  /// This pulse with what clients do, which something else has told.
  public Pulse with(List<Doing> clients, long streams, List<Longest> running) {
    return new Pulse(
        figures,
        seesOthers,
        clients,
        streams,
        running,
        transactions,
        blocker,
        channels,
        engine,
        variables,
        heartbeatS);
  }

  public long figure(Figure figure, long or) {
    return figures.get(figure, or);
  }

  /// Whether it applies the changes of another server, as far as this pulse tells.
  public boolean replica() {
    return channels
        .map(all -> !all.isEmpty())
        .orElse(figure(Figure.CHANNELS, 0) > 0 || figure(Figure.SLAVES_RUNNING, 0) > 0);
  }

  /// Clients whose statement runs or waits. Without the privilege to see them: the running threads
  /// but for our own.
  public long active() {
    return seesOthers
        ? doing.stream().mapToLong(Doing::many).sum()
        : Math.max(0, figure(Figure.THREADS_RUNNING, 1) - 1);
  }

  /// Takes all of the pulse in one round trip.
  public static Pulse take(Session session) {
    return take(session, PulsePart.all());
  }

  /// Takes these parts in one round trip, as far as the account may.
  public static Pulse take(Session session, Set<PulsePart> parts) {
    return take(session, parts, List.of());
  }

  /// The same.
  ///
  /// @param exempt users that are not told among the longest
  public static Pulse take(Session session, Set<PulsePart> parts, List<String> exempt) {
    return take(session, parts, exempt, Optional.empty());
  }

  /// The same.
  ///
  /// @param heartbeat the statement that reads a heartbeat table: one row with a column late_s
  public static Pulse take(
      Session session, Set<PulsePart> parts, List<String> exempt, Optional<String> heartbeat) {
    PulseSql sql = session.flavour().pulse(session.facts(), scope(session, exempt));
    var reader = ask(session, sql, parts, heartbeat);
    if (reader.cramped()) {
      session.arrange(PulseSql.MAKE_ROOM);
      reader = ask(session, sql, parts, heartbeat);
    }
    if (reader.cramped()) {
      throw new Fault(
          SqlFaults.OTHER,
          "group_concat_max_len is %d in each session here, and a look needs %d; SET GLOBAL"
                  .formatted(reader.room(), PulseSql.ROOM)
              + " group_concat_max_len, or go to the server by another way than this proxy");
    }
    return reader.pulse();
  }

  private static PulseScope scope(Session session, List<String> exempt) {
    Set<Long> own = session.own();
    boolean alone = own.isEmpty() || (own.size() == 1 && own.contains(session.connectionId()));
    if (alone && exempt.isEmpty()) {
      return PulseScope.WHOLE;
    }
    var others = new HashSet<>(own);
    others.remove(session.connectionId());
    return new PulseScope(others, exempt);
  }

  private static PulseReader ask(
      Session session, PulseSql sql, Set<PulsePart> parts, Optional<String> heartbeat) {
    var reader = new PulseReader(sql);
    var asks = reader.asks(parts);
    if (parts.contains(PulsePart.REPLICATION) && session.facts().can(Capability.REPLICATION)) {
      asks.add(reader.replication(session.flavour().replicaStatus()));
    }
    if (parts.contains(PulsePart.HEARTBEAT)) {
      heartbeat.ifPresent(text -> asks.add(reader.heartbeat(text)));
    }
    session.round(asks);
    return reader;
  }
}
