package org.binnacle.diagnosis.pulse;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.health.HeartbeatTable;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.mysql.Connections;

/// What a look at the whole fleet stands on.
///
/// @param limits of an instance, asked at each look: quick, from any thread
/// @param note takes each look, on a thread of ours; must not block
/// @param opened the newest process list of an instance that somebody looks at closely just now;
///   empty where nobody does; from any thread
/// @param changed which variables of an instance changed last, in words; empty where none did
/// @param heartbeat the table that tells the lag of an instance, asked at each look; empty where
///   none is named
public record Collecting(
    Connections connections,
    Fleet fleet,
    Clock clock,
    Function<String, Thresholds> limits,
    Silences silences,
    Function<String, Optional<Look>> opened,
    Consumer<Beat> note,
    Function<String, String> changed,
    Function<String, Optional<HeartbeatTable>> heartbeat) {}
