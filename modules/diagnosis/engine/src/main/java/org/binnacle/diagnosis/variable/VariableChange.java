package org.binnacle.diagnosis.variable;

import java.time.Instant;
import java.util.Optional;

/// A variable that was seen with another value than at the look before.
///
/// @param was empty where the server did not have it before
/// @param now empty where the server does not have it any more
/// @param after the look that saw the old value
/// @param seenAt the look that saw the new one
public record VariableChange(
    String name, Optional<String> was, Optional<String> now, Instant after, Instant seenAt) {}
