package org.binnacle.diagnosis;

import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Settings;

/// What live diagnosis keeps, and where.
///
/// @param audit what was done to servers
/// @param settings small things that are remembered between starts
public record Records(AuditLog audit, Settings settings) {}
