package org.binnacle.explain.worksheet;

import java.util.List;
import org.binnacle.kernel.InstanceRef;

/// Where the results of a run go as they come. Instances run side by side, each on a thread of its
/// own; calls for one instance come one after the other.
public interface Reception {

  /// A statement is sent.
  ///
  /// @param statement its place in the script, from 0
  default void began(int statement, InstanceRef instance) {}

  /// A result with rows begins; a procedure may give several.
  void columns(int statement, InstanceRef instance, List<Head> columns);

  /// @return whether more rows are wanted
  boolean row(int statement, InstanceRef instance, List<Cell> cells);

  void ended(int statement, InstanceRef instance, End end);
}
