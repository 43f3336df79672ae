package org.binnacle.diagnosis.session;

/// The open InnoDB transaction of a thread.
///
/// @param ageUs since it began
/// @param state such as RUNNING or LOCK WAIT
public record Transaction(long ageUs, long rowsModified, long rowsLocked, String state) {

  public boolean waitsForLock() {
    return state.equals("LOCK WAIT");
  }
}
