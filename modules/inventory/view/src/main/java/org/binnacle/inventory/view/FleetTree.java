package org.binnacle.inventory.view;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.inventory.Grouping;
import org.binnacle.inventory.Instance;

/// Puts instances into groups of groups. A level at which nobody has a value is left out, and those
/// without a cluster stand straight in their business.
final class FleetTree {
  private FleetTree() {}

  static List<FleetEntry> build(List<Instance> instances, List<Grouping> levels) {
    return level("", "", instances, levels, 0);
  }

  private static List<FleetEntry> level(
      String path, String shared, List<Instance> instances, List<Grouping> levels, int depth) {
    if (depth == levels.size()) {
      return leaves(path, shared, instances);
    }
    Grouping grouping = levels.get(depth);
    List<Grouping.Group> groups = grouping.group(instances);
    if (groups.size() == 1 && groups.getFirst().name().isEmpty()) {
      return level(path, shared, instances, levels, depth + 1);
    }
    boolean last = depth == levels.size() - 1;
    var entries = new ArrayList<FleetEntry>();
    for (Grouping.Group group : groups) {
      if (group.name().isEmpty() && last && depth > 0) {
        entries.addAll(leaves(path, shared, group.instances()));
      } else {
        entries.add(group(path, shared, grouping.key(), group, levels, depth));
      }
    }
    return entries;
  }

  private static FleetEntry group(
      String path,
      String shared,
      String field,
      Grouping.Group group,
      List<Grouping> levels,
      int depth) {
    String key = path + "/" + field + "=" + group.name();
    var bare = new FleetEntry.Group(key, field, group.name(), shared, List.of(), group.instances());
    String own = bare.environment();
    return new FleetEntry.Group(
        key,
        field,
        group.name(),
        shared,
        level(key, own.isEmpty() ? shared : own, group.instances(), levels, depth + 1),
        group.instances());
  }

  private static List<FleetEntry> leaves(String path, String shared, List<Instance> instances) {
    var entries = new ArrayList<FleetEntry>(instances.size());
    for (Instance instance : instances) {
      entries.add(new FleetEntry.One(path + "#" + instance.id(), instance, shared));
    }
    return entries;
  }
}
