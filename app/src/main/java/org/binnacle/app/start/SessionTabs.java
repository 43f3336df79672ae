package org.binnacle.app.start;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.binnacle.app.house.House;
import org.binnacle.app.window.Workbench;
import org.binnacle.diagnosis.view.DiagnosisPanels;
import org.binnacle.fxkit.Panel;
import org.binnacle.inventory.Instance;
import org.binnacle.kernel.InstanceRef;

/// The tabs that are about one instance, or about several that are merged.
final class SessionTabs {
  private final House house;
  private final Visits visits;
  private final Supplier<Workbench> workbench;
  private final Supplier<DiagnosisPanels> panels;

  SessionTabs(
      House house, Visits visits, Supplier<Workbench> workbench, Supplier<DiagnosisPanels> panels) {
    this.house = house;
    this.visits = visits;
    this.workbench = workbench;
    this.panels = panels;
  }

  /// @param title of the tab
  void show(String title, List<Instance> instances) {
    instances.forEach(visits::to);
    List<InstanceRef> refs = instances.stream().map(house.inventory()::ref).toList();
    workbench
        .get()
        .open(DiagnosisPanels.sessionsId(refs), () -> panels.get().sessions(title, refs));
  }

  /// Those of them that are still in the inventory, as they are described there now.
  void live(List<InstanceRef> refs) {
    live(refs, Optional.empty());
  }

  /// The same, with a view of it in front.
  ///
  /// @param view its key, such as `locks`; empty for the one that was in front there last
  void live(List<InstanceRef> refs, Optional<String> view) {
    List<Instance> instances = refs.stream().flatMap(ref -> find(ref.id()).stream()).toList();
    if (instances.isEmpty()) {
      return;
    }
    show(title(instances), instances);
    String id = DiagnosisPanels.sessionsId(instances.stream().map(house.inventory()::ref).toList());
    view.ifPresent(
        key ->
            workbench.get().panels().stream()
                .filter(panel -> panel.id().equals(id))
                .forEach(panel -> DiagnosisPanels.choose(panel, key)));
  }

  /// The panel of a remembered tab; empty where its instances are gone.
  Optional<Panel> remembered(String id) {
    List<Instance> instances =
        Arrays.stream(id.substring("sessions:".length()).split("\\+"))
            .flatMap(part -> find(part).stream())
            .toList();
    if (instances.isEmpty()) {
      return Optional.empty();
    }
    instances.forEach(visits::to);
    return Optional.of(
        panels
            .get()
            .sessions(title(instances), instances.stream().map(house.inventory()::ref).toList()));
  }

  /// The name of the one, the cluster of all, or how many there are.
  static String title(List<Instance> instances) {
    Instance first = instances.getFirst();
    if (instances.size() == 1) {
      return first.name();
    }
    boolean together =
        !first.cluster().isEmpty()
            && instances.stream().allMatch(one -> one.cluster().equalsIgnoreCase(first.cluster()));
    return together ? first.cluster() : "%,d instances".formatted(instances.size());
  }

  private Optional<Instance> find(String id) {
    try {
      return house.inventory().find(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
