package org.binnacle.diagnosis.view.board;

import java.time.Instant;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.session.Span;

/// One instance on the board. What depends on the time is part of the row, so that the row is drawn
/// anew when it changes.
///
/// @param place in the order worst first
/// @param change of the score over the last minute
/// @param moved whether it took another place by a change of its own a moment ago
/// @param stale whether its figures are older than they should be
/// @param age of its data in words
record BoardRow(Beat beat, int place, int change, boolean moved, boolean stale, String age) {

  static BoardRow of(Beat beat, int place, int change, boolean moved, Instant now) {
    // Fractions of a second would draw every row anew at each refresh.
    long us = BoardField.AGE.number(beat, now).orElse(-1L);
    String age = us < 0 ? "" : Span.wholeSeconds(us / 1_000_000 * 1_000_000);
    return new BoardRow(beat, place, change, moved, BoardField.stale(beat, now), age);
  }

  String id() {
    return beat.instance().id();
  }
}
