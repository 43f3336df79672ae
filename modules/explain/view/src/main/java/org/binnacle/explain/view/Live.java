package org.binnacle.explain.view;

import java.util.List;
import java.util.function.Supplier;
import org.binnacle.explain.advice.Advising;
import org.binnacle.explain.advice.Trials;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.worksheet.Worksheets;
import org.binnacle.kernel.InstanceRef;

/// What the panels may ask of servers.
///
/// @param explaining plans of statements and of running threads
/// @param worksheets runs statements
/// @param schemas what databases and tables there are
/// @param advising which indexes a statement could use
/// @param trials tries indexes
/// @param instances those of the fleet, asked on the FX thread; must answer from memory
public record Live(
    Explaining explaining,
    Worksheets worksheets,
    Schemas schemas,
    Advising advising,
    Trials trials,
    Supplier<List<InstanceRef>> instances) {}
