package org.binnacle.diagnosis.view.board;

import java.time.Instant;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.pulse.Beat;

/// One instance on the board.
///
/// @param place in the order worst first
/// @param age of its data in words: part of the row, so that it is drawn anew as it grows
record BoardRow(Beat beat, int place, String age) {

  static BoardRow of(Beat beat, int place, Instant now) {
    // Fractions of a second would draw every row anew at each refresh.
    long us = BoardField.AGE.number(beat, now).orElse(-1L);
    String age =
        us < 0 ? "" : org.binnacle.diagnosis.session.Span.wholeSeconds(us / 1_000_000 * 1_000_000);
    return new BoardRow(beat, place, age);
  }

  String id() {
    return beat.instance().id();
  }
}
