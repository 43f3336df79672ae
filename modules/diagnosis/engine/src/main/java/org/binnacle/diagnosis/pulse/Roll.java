package org.binnacle.diagnosis.pulse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.health.Finding;

/// The instances of a fleet, each with the place of its newest beat. Only a fleet that changes
/// needs a new one, so that a state of a thousand instances is one copy of references: a map made
/// anew four times a second was a fifteenth of all that the collector cost.
final class Roll {
  static final Roll EMPTY = new Roll(Map.of(), new Cell[0]);

  /// Where the thread of one instance puts its newest beat.
  static final class Cell {
    private volatile Beat beat;

    Cell(Beat beat) {
      this.beat = beat;
    }

    /// @return whether there is more news than other figures
    boolean put(Beat newest) {
      Beat before = beat;
      beat = newest;
      return before.looks() == 0
          || before.severity() != newest.severity()
          || before.down() != newest.down()
          || !worst(before).equals(worst(newest));
    }

    private static Optional<String> worst(Beat beat) {
      return beat.health().worst().map(Finding::term);
    }
  }

  private final Map<String, Integer> places;
  private final Cell[] cells;

  private Roll(Map<String, Integer> places, Cell[] cells) {
    this.places = places;
    this.cells = cells;
  }

  static Roll of(List<Cell> cells) {
    Map<String, Integer> places = HashMap.newHashMap(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      places.put(cells.get(i).beat.instance().id(), i);
    }
    return new Roll(places, cells.toArray(new Cell[0]));
  }

  FleetState state() {
    var beats = new Beat[cells.length];
    for (int i = 0; i < beats.length; i++) {
      beats[i] = cells[i].beat;
    }
    return new FleetState(places, Arrays.asList(beats));
  }
}
