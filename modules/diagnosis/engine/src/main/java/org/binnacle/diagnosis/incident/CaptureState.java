package org.binnacle.diagnosis.incident;

import java.util.Optional;
import org.binnacle.kernel.InstanceRef;

/// How far one step of one instance is.
///
/// @param words the step as users read it
/// @param part what it brought; empty while it runs
public record CaptureState(InstanceRef instance, String step, String words, Optional<Part> part) {}
