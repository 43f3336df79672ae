package org.binnacle.review.view.script;

import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.fxkit.theme.States;
import org.binnacle.review.Level;
import org.binnacle.review.report.Told;

/// A line of the table of findings: a finding, one that is fixed, or the head of a group.
///
/// @param object what it is about; of a head how many rows it has
/// @param group number of its group, in their order
/// @param statement number of its statement, from 0; -1 for heads and for what is fixed
/// @param from where it stands in the text
/// @param to behind its last character
/// @param told the finding; nothing for heads and for what is fixed
/// @param change what a comparison says: `new`, `unchanged`, `fixed`; empty where none is made
record Row(
    Key key,
    Kind kind,
    int group,
    Level level,
    String message,
    String rule,
    String object,
    int line,
    int statement,
    int from,
    int to,
    Optional<Told> told,
    String change) {

  enum Kind {
    HEAD,
    FINDING,
    FIXED
  }

  /// Known again by its id, sorted by its place.
  static final class Key implements Comparable<Key> {
    private final String id;
    private final int order;

    Key(String id, int order) {
      this.id = id;
      this.order = order;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(order, other.order);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  boolean isHead() {
    return kind == Kind.HEAD;
  }

  /// Groups in their order, each head before its rows.
  static int byGroup(Row a, Row b) {
    int groups = Integer.compare(a.group, b.group);
    return groups != 0 ? groups : Boolean.compare(b.isHead(), a.isHead());
  }

  Set<PseudoClass> states() {
    return switch (kind) {
      case HEAD -> Set.of(States.GROUP);
      case FIXED -> Set.of(States.GONE);
      case FINDING ->
          told.filter(t -> t.state() == Told.State.OPEN).isEmpty()
              ? Set.of(States.ASLEEP)
              : Set.of(LevelLook.state(level));
    };
  }
}
