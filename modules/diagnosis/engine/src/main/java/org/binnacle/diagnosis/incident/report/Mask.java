package org.binnacle.diagnosis.incident.report;

/// What is taken out of an incident before it leaves the house.
///
/// @param literals statements become their fingerprints; free texts of the server, which may hold
///   values, are left out
/// @param hosts names and addresses become `host-1`, `host-2`
/// @param users become `user-1`, `user-2`
/// @param onlySummary what the rules found and how each part went, without the parts' content and
///   without a statement
public record Mask(boolean literals, boolean hosts, boolean users, boolean onlySummary) {
  public static final Mask NONE = new Mask(false, false, false);
  public static final Mask ALL = new Mask(true, true, true);

  public Mask(boolean literals, boolean hosts, boolean users) {
    this(literals, hosts, users, false);
  }

  /// Whether names or values are taken out.
  public boolean any() {
    return literals || hosts || users;
  }

  public Mask summary() {
    return new Mask(literals, hosts, users, true);
  }

  /// `, masked, only the summary`; empty where it is whole.
  public String words() {
    return (any() ? ", masked" : "") + (onlySummary ? ", only the summary" : "");
  }
}
