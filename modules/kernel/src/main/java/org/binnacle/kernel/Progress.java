package org.binnacle.kernel;

/// Where work tells how far it is. Called from the working thread, as often as it likes; a screen
/// keeps the newest value only.
@FunctionalInterface
public interface Progress {

  /// @param what the present step in words
  /// @param done units done
  /// @param total units in all, or a negative number where nobody knows
  void at(String what, long done, long total);

  /// Progress that nobody watches.
  static Progress silent() {
    return (what, done, total) -> {};
  }
}
