package org.binnacle.diagnosis.view.instance;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

/// What a list is grouped by, and the way into a group and back out of it. On the FX thread.
///
/// @param <G> a way to group
public final class Grouping<G> {
  private final List<G> all;
  private final ObjectProperty<Optional<G>> by;
  private Optional<Entered<G>> entered = Optional.empty();

  private record Entered<G>(G by, String before, String after) {}

  /// @param all in the order in which a key goes through them
  /// @param first empty for none
  public Grouping(List<G> all, Optional<G> first) {
    this.all = List.copyOf(all);
    this.by = new SimpleObjectProperty<>(first);
  }

  public ObjectProperty<Optional<G>> by() {
    return by;
  }

  public boolean on() {
    return by.get().isPresent();
  }

  /// The next way to group; behind the last one none.
  public void next() {
    int place = by.get().map(all::indexOf).orElse(-1) + 1;
    by.set(place == all.size() ? Optional.empty() : Optional.of(all.get(place)));
  }

  /// Puts a group's term into the query and shows what is in the group.
  public void enter(String term, StringProperty query) {
    G present = by.get().orElseThrow();
    String before = query.get().strip();
    String after = (before + " " + term).strip();
    entered = Optional.of(new Entered<>(present, before, after));
    query.set(after);
    by.set(Optional.empty());
  }

  /// Back to the groups, where the query is still as a group was entered with.
  public boolean leave(StringProperty query) {
    Optional<Entered<G>> from = entered;
    entered = Optional.empty();
    if (from.isEmpty() || on() || !query.get().strip().equals(from.get().after())) {
      return false;
    }
    query.set(from.get().before());
    by.set(Optional.of(from.get().by()));
    return true;
  }
}
