package org.binnacle.diagnosis.view.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.diagnosis.board.BoardOrder;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.Severity;

/// What the board shows at one moment; made off the FX thread.
record BoardScene(List<BoardRow> rows, long critical, long down, long unknown, long warnings) {
  static final BoardScene NOTHING = new BoardScene(List.of(), 0, 0, 0, 0);

  BoardScene {
    rows = List.copyOf(rows);
  }

  static BoardScene of(FleetState state, BoardOrder order, Set<String> held, Instant now) {
    Map<String, Beat> beats = state.beats();
    List<String> ids = order.of(beats.values(), held, now);
    var rows = new ArrayList<BoardRow>(ids.size());
    for (String id : ids) {
      Beat beat = beats.get(id);
      if (beat != null) {
        rows.add(BoardRow.of(beat, rows.size(), now));
      }
    }
    long down = beats.values().stream().filter(Beat::down).count();
    return new BoardScene(
        rows,
        state.count(Severity.CRITICAL) - down,
        down,
        state.count(Severity.UNKNOWN),
        state.count(Severity.WARNING));
  }
}
