package org.binnacle.diagnosis.health;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What an instance is in replication.
///
/// @param channels none where it applies from nobody
/// @param group state in group replication as a number: 0 none, 1 online, 2 recovering, 3 offline,
///   4 error, 5 unreachable, 6 another
/// @param galera empty where it is no node of a Galera cluster
public record Replication(
    Role role, boolean readOnly, List<Channel> channels, long group, Optional<Galera> galera) {
  public static final Replication UNKNOWN = new Replication(Role.UNKNOWN, false, List.of(), 0);

  public Replication {
    channels = List.copyOf(channels);
  }

  public Replication(Role role, boolean readOnly, List<Channel> channels, long group) {
    this(role, readOnly, channels, group, Optional.empty());
  }

  /// @param lagS empty where the server does not know
  /// @param roseS by how much the lag rose in the last three looks at it, where it rose in each;
  ///   else 0
  /// @param error the server's words; empty where there are none
  /// @param errno its number; 0 where there is none or the server does not tell
  /// @param lagBy the heartbeat table whose lag it is; empty for the server's own count
  public record Channel(
      String name,
      boolean receiving,
      boolean applying,
      OptionalLong lagS,
      long roseS,
      String error,
      int errno,
      String lagBy) {

    public Channel(
        String name,
        boolean receiving,
        boolean applying,
        OptionalLong lagS,
        long roseS,
        String error) {
      this(name, receiving, applying, lagS, roseS, error, 0, "");
    }

    public Channel(
        String name, boolean receiving, boolean applying, OptionalLong lagS, String error) {
      this(name, receiving, applying, lagS, 0, error);
    }

    public boolean byHeartbeat() {
      return !lagBy.isEmpty();
    }

    /// `applier stopped`, `receiver stopped`, `both stopped`; empty where both run.
    public String stopped() {
      return applying
          ? (receiving ? "" : "receiver stopped")
          : receiving ? "applier stopped" : "both stopped";
    }
  }

  /// A node of a Galera cluster.
  ///
  /// @param state wsrep_local_state: 1 joining, 2 donor or desynced, 3 joined, 4 synced
  /// @param primary in the primary component
  /// @param ready takes statements (wsrep_ready)
  public record Galera(long state, boolean primary, boolean ready) {}

  public OptionalLong lagS() {
    return channels.stream()
        .map(Channel::lagS)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .max();
  }
}
