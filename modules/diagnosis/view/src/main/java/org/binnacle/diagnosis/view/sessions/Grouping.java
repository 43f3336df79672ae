package org.binnacle.diagnosis.view.sessions;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.group.SessionGroup;

/// What the sessions are grouped by, and the way into a group and back out of it.
final class Grouping {
  private final ObjectProperty<Optional<GroupBy>> by = new SimpleObjectProperty<>(Optional.empty());
  private Optional<Entered> entered = Optional.empty();

  private record Entered(GroupBy by, String before, String after) {}

  ObjectProperty<Optional<GroupBy>> by() {
    return by;
  }

  boolean on() {
    return by.get().isPresent();
  }

  /// The next grouping; behind the last one none.
  void next() {
    GroupBy[] all = GroupBy.values();
    int place = by.get().map(GroupBy::ordinal).orElse(-1) + 1;
    by.set(place == all.length ? Optional.empty() : Optional.of(all[place]));
  }

  /// Puts the group's term into the query and shows its sessions.
  void enter(SessionGroup group, StringProperty query) {
    GroupBy present = by.get().orElseThrow();
    String before = query.get().strip();
    String after = (before + " " + group.term()).strip();
    entered = Optional.of(new Entered(present, before, after));
    query.set(after);
    by.set(Optional.empty());
  }

  /// Back to the groups, where the query is still as a group was entered with.
  boolean leave(StringProperty query) {
    Optional<Entered> from = entered;
    entered = Optional.empty();
    if (from.isEmpty() || on() || !query.get().strip().equals(from.get().after())) {
      return false;
    }
    query.set(from.get().before());
    by.set(Optional.of(from.get().by()));
    return true;
  }
}
