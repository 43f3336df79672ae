package org.binnacle.diagnosis.health;

import java.util.List;
import java.util.OptionalLong;

/// What an instance is in replication.
///
/// @param channels none where it applies from nobody
/// @param group state in group replication as a number: 0 none, 1 online, 2 recovering, 3 offline,
///   4 error, 5 unreachable, 6 another
public record Replication(Role role, boolean readOnly, List<Channel> channels, long group) {
  public static final Replication UNKNOWN = new Replication(Role.UNKNOWN, false, List.of(), 0);

  public Replication {
    channels = List.copyOf(channels);
  }

  /// @param lagS empty where the server does not know
  /// @param error the server's words; empty where there are none
  public record Channel(
      String name, boolean receiving, boolean applying, OptionalLong lagS, String error) {}

  public OptionalLong lagS() {
    return channels.stream()
        .map(Channel::lagS)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .max();
  }
}
