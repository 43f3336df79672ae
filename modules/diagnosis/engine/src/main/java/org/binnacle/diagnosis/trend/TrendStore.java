package org.binnacle.diagnosis.trend;

import java.util.List;

/// The port that keeps hours of figures. Blocks; from any thread but the FX thread.
public interface TrendStore {

  /// One packed hour of one instance; replaces what was kept of it.
  ///
  /// @param hour hours since 1970
  record Block(String instanceId, long hour, byte[] bytes) {}

  void keep(List<Block> blocks);

  /// @param from the first hour
  /// @param to the last hour
  List<Block> find(String instanceId, long from, long to);

  /// Removes what is older.
  void forget(long beforeHour);

  /// Keeps nothing, for commands that only look.
  static TrendStore none() {
    return new TrendStore() {
      @Override
      public void keep(List<Block> blocks) {}

      @Override
      public List<Block> find(String instanceId, long from, long to) {
        return List.of();
      }

      @Override
      public void forget(long beforeHour) {}
    };
  }
}
