package org.binnacle.diagnosis.kill;

import org.binnacle.kernel.InstanceRef;

/// What came of one victim, and where.
public record MergedResult(InstanceRef instance, KillResult result) {}
