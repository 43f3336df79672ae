package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.diagnosis.session.Load;

/// What the newest light look at one instance told. Parts that are asked less often than each time
/// are those of their last look.
///
/// @param load connections; `running` is the server's Threads_running
/// @param active clients whose statement runs or waits, replication left out
/// @param lockWaits transactions that wait for a row lock; negative where unknown
/// @param busy what busy clients do, the largest group first, dozen at most; empty where denied
/// @param longest the statements that run longest, three at most
/// @param open old transactions; empty where denied
/// @param history length of InnoDB's history list
/// @param took how long the look took, network included
/// @param throttled whether the breaker has stretched the interval since our looks were slow
/// @param denied what the account may not see here
/// @param status the values of the global status that the look brought, by name in lower case
public record Vitals(
    Instant at,
    String version,
    Load load,
    long active,
    long lockWaits,
    List<Busy> busy,
    List<Running> longest,
    Optional<Open> open,
    Replication replication,
    OptionalLong history,
    Rates rates,
    Events events,
    Duration uptime,
    Duration took,
    boolean throttled,
    List<Denied> denied,
    Map<String, Long> status) {

  public Vitals {
    status = Collections.unmodifiableMap(status);
    busy = List.copyOf(busy);
    longest = List.copyOf(longest);
    denied = List.copyOf(denied);
  }

  /// Clients that do the same.
  public record Busy(String command, String state, long many, long longestS) {}

  /// A running statement.
  ///
  /// @param sql its first 120 characters
  public record Running(long id, String user, long timeS, String state, String sql) {}

  /// Old transactions; an age below 0 stands for none.
  ///
  /// @param blocker the oldest that sleeps while others wait for it; empty where there is none
  public record Open(
      long oldestS,
      long oldestId,
      long idleS,
      long idleId,
      String idleUser,
      long waitS,
      Optional<Blocker> blocker) {

    public Open(long oldestS, long oldestId, long idleS, long idleId, String idleUser, long waitS) {
      this(oldestS, oldestId, idleS, idleId, idleUser, waitS, Optional.empty());
    }
  }

  /// A session that sleeps in a transaction.
  ///
  /// @param ageS of the transaction
  /// @param many that wait for its row locks
  public record Blocker(long id, String user, long ageS, long many) {}

  /// Something that the account may not see.
  ///
  /// @param what the capability, such as PROCESS
  /// @param grant the statement that would allow it; empty where there is none
  public record Denied(String what, String grant) {}

  /// The lag of the slowest channel.
  public OptionalLong lagS() {
    return replication.lagS();
  }
}
