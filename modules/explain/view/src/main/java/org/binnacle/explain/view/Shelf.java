package org.binnacle.explain.view;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.view.plan.Opened;
import org.binnacle.fxkit.FxThread;

/// The plans that were opened in this window, newest first, and the one that is pinned to be
/// compared with. On the FX thread.
public final class Shelf {
  private static final int MOST = 20;

  private final ObservableList<Opened> plans = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Opened>> pinned =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Optional<PlanHistory> history;
  private int made;

  /// @param history where plans are kept; empty where none are
  public Shelf(Optional<PlanHistory> history) {
    this.history = history;
  }

  /// The plans that are kept beyond this run; empty where none are.
  public Optional<PlanHistory> history() {
    return history;
  }

  /// Puts a plan on the shelf.
  public void put(Opened plan) {
    FxThread.check();
    plans.remove(plan);
    plans.addFirst(plan);
    while (plans.size() > MOST) {
      plans.removeLast();
    }
  }

  /// Newest first. Not to be changed.
  public ObservableList<Opened> plans() {
    return plans;
  }

  public ReadOnlyObjectProperty<Optional<Opened>> pinned() {
    return pinned.getReadOnlyProperty();
  }

  /// Pins a plan in place of the one before; the same again takes the pin off.
  public void pin(Opened plan) {
    FxThread.check();
    boolean same = pinned.get().filter(plan::equals).isPresent();
    pinned.set(same ? Optional.empty() : Optional.of(plan));
  }

  /// A number for the next tab of this window.
  int next() {
    return ++made;
  }
}
