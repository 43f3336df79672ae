package org.binnacle.diagnosis;

import org.binnacle.diagnosis.trend.TrendStore;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Settings;

/// What live diagnosis keeps, and where.
///
/// @param audit what was done to servers
/// @param settings small things that are remembered between starts
/// @param trends how figures went
public record Records(AuditLog audit, Settings settings, TrendStore trends) {

  /// Keeps no course of figures.
  public Records(AuditLog audit, Settings settings) {
    this(audit, settings, TrendStore.none());
  }
}
