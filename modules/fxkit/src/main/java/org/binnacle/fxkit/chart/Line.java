package org.binnacle.fxkit.chart;

/// One line of a {@link TimeChart}.
///
/// @param name what it is, as the legend says it
/// @param values oldest first, NaN for a gap; not copied, and not to be changed afterwards
/// @param past whether it is of another time, drawn thin and grey behind the others
public record Line(String name, double[] values, boolean past) {}
