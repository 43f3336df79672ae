package org.binnacle.diagnosis.board;

import java.util.Collection;
import java.util.List;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.pulse.Beat;

/// The board's questions that need to know how the inventory files an instance.
public record Board(Fleet fleet) {

  /// What a text of the query bar says.
  public BoardQuery.Parsed query(String text) {
    return BoardQuery.parse(text, fleet::select);
  }

  /// The worst group first, as its worst instance has it; of equal ones that with more in trouble.
  public List<BoardGroup> groups(Collection<Beat> beats, BoardGrouping by) {
    return by.of(beats, fleet::filed);
  }
}
