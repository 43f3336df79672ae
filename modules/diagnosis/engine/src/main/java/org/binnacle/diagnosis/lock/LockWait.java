package org.binnacle.diagnosis.lock;

import java.util.Optional;

/// One wait: who, behind whom, for what.
///
/// @param blocker empty where the server does not tell who is in the way
/// @param waitedUs how long so far; for metadata locks the time of the statement, so at most that
/// @param inferred the blocker was guessed, not told by the server
public record LockWait(
    Who waiter, Optional<Who> blocker, Contended lock, long waitedUs, boolean inferred) {

  public LockWait(Who waiter, Who blocker, Contended lock, long waitedUs) {
    this(waiter, Optional.of(blocker), lock, waitedUs, false);
  }

  public LockKind kind() {
    return lock.kind();
  }
}
