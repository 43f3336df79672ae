package org.binnacle.mysql;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The port to what is known of side doors: learned whenever a server lets us in, needed when it
/// does not. Called from any thread.
public interface SideDoors {

  /// The door that a server had when it was asked last; empty where it had none, or never was
  /// asked.
  Optional<SideDoor> of(String serverId);

  /// Whether a server was ever asked.
  boolean asked(String serverId);

  /// Called after each login; quick, and mostly with what is known already.
  void learned(String serverId, Optional<SideDoor> door);

  /// Known as long as the program runs.
  static SideDoors inMemory() {
    Map<String, Optional<SideDoor>> known = new ConcurrentHashMap<>();
    return new SideDoors() {
      @Override
      public Optional<SideDoor> of(String serverId) {
        return known.getOrDefault(serverId, Optional.empty());
      }

      @Override
      public boolean asked(String serverId) {
        return known.containsKey(serverId);
      }

      @Override
      public void learned(String serverId, Optional<SideDoor> door) {
        known.put(serverId, door);
      }
    };
  }
}
