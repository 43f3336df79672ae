package org.binnacle.diagnosis.view.instance;

import org.binnacle.kernel.InstanceRef;

/// A session that one view hands to another.
///
/// @param connectionId as KILL takes it
public record Point(InstanceRef instance, long connectionId) {}
