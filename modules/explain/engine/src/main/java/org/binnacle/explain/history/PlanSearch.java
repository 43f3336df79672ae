package org.binnacle.explain.history;

/// Which kept plans a list shows.
///
/// @param containing a text in statement, name, instance, database, version or digest, or the
///   beginning of an id, ignoring case; empty for all
/// @param digest of one statement; empty for all
/// @param changed only plans that are not the ones before them
/// @param pinned only pinned ones
/// @param limit at most so many, the newest
public record PlanSearch(
    String containing, String digest, boolean changed, boolean pinned, int limit) {
  public static final PlanSearch ALL = new PlanSearch("", "", false, false, 2_000);

  public PlanSearch containing(String text) {
    return new PlanSearch(text, digest, changed, pinned, limit);
  }

  public PlanSearch of(String statementDigest) {
    return new PlanSearch(containing, statementDigest, changed, pinned, limit);
  }

  public PlanSearch limit(int most) {
    return new PlanSearch(containing, digest, changed, pinned, most);
  }
}
