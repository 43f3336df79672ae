package org.binnacle.diagnosis.health;

import java.util.List;

/// All that can take points from an instance's health.
final class Terms {
  private Terms() {}

  static List<Term> shipped() {
    return List.of(
        new Unreachable(),
        new TooManyConnections(),
        new PileUp(),
        new Stall(),
        new LockWaits(),
        new MetadataLocks(),
        new OldStatement(),
        new IdleTransaction(),
        new ReplicationTrouble(),
        new GaleraTrouble(),
        new LongHistory(),
        new SlowLooks(),
        new Restarted(),
        new Deadlocks(),
        new AbortedConnects(),
        new DiskTables(),
        new ReadOnlySwitched(),
        new VariableChanged());
  }
}
