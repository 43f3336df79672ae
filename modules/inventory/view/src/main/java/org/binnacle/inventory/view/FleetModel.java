package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.query.Mistake;
import org.binnacle.inventory.Grouping;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.Selector;
import org.binnacle.inventory.Subscription;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// What the navigator shows: the instances that the query picks, grouped, with their marks. On the
/// FX thread; works in memory only.
final class FleetModel implements AutoCloseable {
  static final List<String> USUAL = List.of("business", "cluster");
  private static final String GROUPING = "fleet.grouping";

  private final Inventory inventory;
  private final Settings settings;
  private final Words words;
  private final Subscription subscription;
  private final ReadOnlyObjectWrapper<List<FleetEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
  private final Map<String, Tally> tallies = new HashMap<>();
  private Map<UUID, Mark> marks = Map.of();
  private List<String> levels;
  private String query = "";
  private int shown;
  private int total;
  private boolean closed;

  FleetModel(Inventory inventory, Settings settings, Words words) {
    FxThread.check();
    this.inventory = inventory;
    this.settings = settings;
    this.words = words;
    this.levels = settings.get(GROUPING).map(FleetModel::split).orElse(USUAL);
    Consumer<Boolean> changed = FxThread.latest(yes -> refresh());
    subscription = inventory.listen(() -> changed.accept(true));
    refresh();
  }

  ReadOnlyObjectProperty<List<FleetEntry>> entries() {
    return entries.getReadOnlyProperty();
  }

  /// Counts up with each change of the marks and of the inventory.
  ReadOnlyIntegerProperty marked() {
    return marked.getReadOnlyProperty();
  }

  int shown() {
    return shown;
  }

  int total() {
    return total;
  }

  boolean searching() {
    return !query.isBlank();
  }

  /// What is wrong with a query.
  Optional<Mistake> check(String text) {
    try {
      Selector.parse(text);
      return Optional.empty();
    } catch (Fault fault) {
      int at = Math.max(0, text.lastIndexOf(fault.detail()));
      return Optional.of(new Mistake(at, text.length(), words.of(fault).happened()));
    }
  }

  void query(String text) {
    FxThread.check();
    query = text;
    refresh();
  }

  List<String> levels() {
    return levels;
  }

  /// @param keys of groupings, outermost first; none for a plain list
  void groupBy(List<String> keys) {
    FxThread.check();
    levels = List.copyOf(keys);
    settings.put(GROUPING, String.join(",", keys));
    refresh();
  }

  void marks(Map<UUID, Mark> now) {
    FxThread.check();
    if (!now.equals(marks)) {
      marks = Map.copyOf(now);
      tallies.clear();
      marked.set(marked.get() + 1);
    }
  }

  Mark mark(Instance instance) {
    return marks.getOrDefault(instance.id(), Mark.NONE);
  }

  Tally tally(FleetEntry.Group group) {
    return tallies.computeIfAbsent(group.key(), key -> Tally.of(group.members(), this::mark));
  }

  private void refresh() {
    FxThread.check();
    if (closed) {
      return;
    }
    List<Instance> all = inventory.instances();
    List<Instance> picked = query.isBlank() ? all : inventory.search(query);
    total = all.size();
    shown = picked.size();
    tallies.clear();
    entries.set(FleetTree.build(picked, groupings()));
    // The same entries may be drawn otherwise, as in another colour of their environment.
    marked.set(marked.get() + 1);
  }

  private List<Grouping> groupings() {
    var groupings = new ArrayList<Grouping>();
    for (String level : levels) {
      try {
        groupings.add(Grouping.parse(level));
      } catch (Fault e) {
        // A grouping that an older version remembered: leave the level out.
      }
    }
    return groupings;
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  @Override
  public void close() {
    closed = true;
    subscription.close();
  }
}
