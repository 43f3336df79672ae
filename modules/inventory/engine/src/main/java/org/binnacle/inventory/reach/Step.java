package org.binnacle.inventory.reach;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Fault;

/// How one step of a connection test went.
///
/// @param took zero for a skipped step
/// @param happened in words
/// @param next what to do; empty where all is well
/// @param statements SQL that would mend it, such as the missing GRANTs; run by an administrator
/// @param fault what failed
public record Step(
    Name name,
    Status status,
    Duration took,
    String happened,
    String next,
    List<String> statements,
    Optional<Fault> fault) {

  /// The steps in their order.
  public enum Name {
    DNS,
    /// The server's port, or the SSH host's where there is a tunnel.
    TCP,
    TUNNEL,
    TLS,
    AUTHENTICATION,
    PRIVILEGES
  }

  public enum Status {
    OK,
    /// It works, but something is amiss.
    WARNING,
    FAILED,
    /// Not tried, since an earlier step failed or it does not apply.
    SKIPPED
  }

  public Step {
    statements = List.copyOf(statements);
  }
}
