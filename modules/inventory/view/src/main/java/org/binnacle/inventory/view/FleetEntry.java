package org.binnacle.inventory.view;

import java.util.List;
import org.binnacle.inventory.Instance;

/// A line of the navigator's tree. The key stays the same over refreshes, so that selection and
/// expansion do too.
sealed interface FleetEntry {

  String key();

  /// @param field the key of the grouping, such as `cluster`
  /// @param name the value; empty for those where the field is not set
  /// @param shared the environment that a group above says already; empty where none does
  /// @param children groups first, then instances
  /// @param members all instances below
  record Group(
      String key,
      String field,
      String name,
      String shared,
      List<FleetEntry> children,
      List<Instance> members)
      implements FleetEntry {

    public Group {
      children = List.copyOf(children);
      members = List.copyOf(members);
    }

    String title() {
      return name.isEmpty() ? "no " + field.replaceFirst("^tag:", "") : name;
    }

    /// The environment that all members share; empty where they do not.
    String environment() {
      if (members.isEmpty()) {
        return "";
      }
      String first = members.getFirst().environment();
      for (Instance member : members) {
        if (!member.environment().equals(first)) {
          return "";
        }
      }
      return first;
    }
  }

  /// @param shared the environment that the group above says already; empty where it says none
  record One(String key, Instance instance, String shared) implements FleetEntry {}
}
