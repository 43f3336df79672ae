package org.binnacle.diagnosis;

import org.binnacle.diagnosis.deadlock.DeadlockStore;
import org.binnacle.diagnosis.deadlock.MemoryDeadlocks;
import org.binnacle.diagnosis.trend.TrendStore;
import org.binnacle.diagnosis.variable.MemoryVariables;
import org.binnacle.diagnosis.variable.VariableStore;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Settings;

/// What live diagnosis keeps, and where.
///
/// @param audit what was done to servers
/// @param settings small things that are remembered between starts
/// @param trends how figures went
/// @param deadlocks those that were caught
/// @param variables the last look at variables, and what changed
public record Records(
    AuditLog audit,
    Settings settings,
    TrendStore trends,
    DeadlockStore deadlocks,
    VariableStore variables) {

  /// Deadlocks and variables are kept as long as the program runs.
  public Records(AuditLog audit, Settings settings, TrendStore trends) {
    this(audit, settings, trends, new MemoryDeadlocks(), new MemoryVariables());
  }

  /// Keeps no course of figures.
  public Records(AuditLog audit, Settings settings) {
    this(audit, settings, TrendStore.none());
  }
}
