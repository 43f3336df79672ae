package org.binnacle.diagnosis.innodb;

import java.util.List;

/// The groups in their order. A new one is a file beside this and a line here.
final class Sections {
  private Sections() {}

  static List<Section> shipped() {
    return List.of(
        new BufferPool(),
        new RedoLog(),
        new Purge(),
        new RowWork(),
        new RowLocks(),
        new DataFiles(),
        new TemporaryTables(),
        new AdaptiveHash(),
        new ChangeBuffer(),
        new Latches());
  }
}
