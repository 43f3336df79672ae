package org.binnacle.diagnosis.incident.report;

/// What is taken out of an incident before it leaves the house.
///
/// @param literals statements become their fingerprints; free texts of the server, which may hold
///   values, are left out
/// @param hosts names and addresses become `host-1`, `host-2`
/// @param users become `user-1`, `user-2`
public record Mask(boolean literals, boolean hosts, boolean users) {
  public static final Mask NONE = new Mask(false, false, false);
  public static final Mask ALL = new Mask(true, true, true);

  public boolean any() {
    return literals || hosts || users;
  }
}
