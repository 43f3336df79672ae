package org.binnacle.diagnosis.pulse;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.mysql.Connections;

/// What a look at the whole fleet stands on.
///
/// @param note takes each look, on a thread of ours; must not block
/// @param opened whether somebody looks at this instance closely just now; from any thread
public record Collecting(
    Connections connections,
    Fleet fleet,
    Clock clock,
    Thresholds limits,
    Silences silences,
    Predicate<String> opened,
    Consumer<Beat> note) {}
