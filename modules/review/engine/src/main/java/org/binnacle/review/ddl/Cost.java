package org.binnacle.review.ddl;

/// What one clause costs.
///
/// @param algorithm the cheapest that the server can do it by
/// @param rebuild whether the table is written anew
/// @param lock the least that others are kept from
/// @param scans whether all rows are read, as for a new index
/// @param why in words, for clauses that cost much
public record Cost(Algorithm algorithm, boolean rebuild, boolean scans, Lock lock, String why) {

  /// Cheapest first.
  public enum Algorithm {
    INSTANT,
    INPLACE,
    COPY
  }

  /// Least first.
  public enum Lock {
    /// Others read and write on.
    NONE,
    /// Others read on.
    SHARED,
    EXCLUSIVE
  }

  static Cost instant() {
    return new Cost(Algorithm.INSTANT, false, false, Lock.NONE, "");
  }

  static Cost inPlace() {
    return new Cost(Algorithm.INPLACE, false, false, Lock.NONE, "");
  }

  static Cost rebuild(String why) {
    return new Cost(Algorithm.INPLACE, true, true, Lock.NONE, why);
  }

  static Cost copy(String why) {
    return new Cost(Algorithm.COPY, true, true, Lock.SHARED, why);
  }

  /// An index is built: all rows are read, none is written.
  static Cost index() {
    return new Cost(Algorithm.INPLACE, false, true, Lock.NONE, "");
  }

  Cost locking(Lock lock) {
    return new Cost(algorithm, rebuild, scans, lock, why);
  }

  /// Others read and write on.
  Cost free() {
    return locking(Lock.NONE);
  }

  /// Both in one statement: the worse of each.
  Cost with(Cost other) {
    boolean worse = other.algorithm.compareTo(algorithm) > 0 || (other.rebuild && !rebuild);
    return new Cost(
        algorithm.compareTo(other.algorithm) > 0 ? algorithm : other.algorithm,
        rebuild || other.rebuild,
        scans || other.scans,
        lock.compareTo(other.lock) > 0 ? lock : other.lock,
        worse ? other.why : why);
  }

  /// `INPLACE with a rebuild, LOCK=NONE`
  public String shown() {
    return algorithm
        + (rebuild && algorithm == Algorithm.INPLACE ? " with a rebuild" : "")
        + (algorithm == Algorithm.INSTANT ? "" : ", LOCK=" + lock);
  }
}
