package org.binnacle.diagnosis.variable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.binnacle.kernel.InstanceRef;

/// The variables of several instances beside each other. Pure.
///
/// @param instances in the order given
/// @param lines by name
public record VariableDiff(List<InstanceRef> instances, List<Line> lines) {

  /// One variable.
  ///
  /// @param values by the instances' order; empty where an instance does not have it
  /// @param own it differs by its nature, such as `server_id`
  public record Line(String name, List<Optional<String>> values, boolean own) {
    public Line {
      values = List.copyOf(values);
    }

    public boolean differs() {
      return new HashSet<>(values).size() > 1;
    }

    /// Differs, and not by its nature.
    public boolean unlike() {
      return differs() && !own;
    }
  }

  public VariableDiff {
    instances = List.copyOf(instances);
    lines = List.copyOf(lines);
  }

  public static VariableDiff of(List<VariablesLook> looks) {
    var names = new TreeSet<String>();
    List<Map<String, String>> values = new ArrayList<>();
    for (VariablesLook look : looks) {
      Map<String, String> of = new HashMap<>(look.values());
      values.add(of);
      names.addAll(of.keySet());
    }
    var lines = new ArrayList<Line>();
    for (String name : names) {
      lines.add(
          new Line(
              name,
              values.stream().map(of -> Optional.ofNullable(of.get(name))).toList(),
              Nature.own(name)));
    }
    return new VariableDiff(looks.stream().map(VariablesLook::instance).toList(), lines);
  }

  /// Those that differ and should not.
  public List<Line> unlike() {
    return lines.stream().filter(Line::unlike).toList();
  }
}
