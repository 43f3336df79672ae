package org.binnacle.fxkit.chart;

import java.time.Instant;

/// Something that happened, drawn across a chart.
///
/// @param label a word or two, drawn where there is room
/// @param words all of it, read by the pointer
/// @param grave drawn in the colour of trouble, and filled, so that colour is not all that tells it
public record ChartMark(Instant at, String label, String words, boolean grave) {}
