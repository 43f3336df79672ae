package org.binnacle.diagnosis.view.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.binnacle.diagnosis.board.BoardOrder;
import org.binnacle.diagnosis.board.ScoreCourse;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.Severity;

/// What the board shows at one moment; made off the FX thread.
record BoardScene(List<BoardRow> rows, long critical, long down, long unknown, long warnings) {
  static final BoardScene NOTHING = new BoardScene(List.of(), 0, 0, 0, 0);

  BoardScene {
    rows = List.copyOf(rows);
  }

  static BoardScene of(
      FleetState state, BoardOrder order, ScoreCourse course, Set<String> held, Instant now) {
    List<String> ids = order.of(state.beats(), held, now);
    Set<String> moved = order.moved();
    var rows = new ArrayList<BoardRow>(ids.size());
    for (String id : ids) {
      state
          .of(id)
          .ifPresent(
              beat ->
                  rows.add(
                      BoardRow.of(beat, rows.size(), course.change(id), moved.contains(id), now)));
    }
    long down = state.beats().stream().filter(Beat::down).count();
    return new BoardScene(
        rows,
        state.count(Severity.CRITICAL) - down,
        down,
        state.count(Severity.UNKNOWN),
        state.count(Severity.WARNING));
  }
}
