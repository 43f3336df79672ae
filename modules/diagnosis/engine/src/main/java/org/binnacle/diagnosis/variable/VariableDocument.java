package org.binnacle.diagnosis.variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Variables as a document of maps, lists, texts and numbers. Members are never renamed; new ones
/// may come.
public final class VariableDocument {
  private VariableDocument() {}

  public static Map<String, Object> of(VariablesScene scene, Predicate<Variable> wanted) {
    VariablesLook look = scene.look();
    Map<String, VariableChange> newest = scene.newest();
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", look.instance().name());
    document.put("address", look.instance().address());
    document.put("at", look.at().toString());
    document.put("version", look.version());
    document.put("watched_since", scene.since().map(Object::toString));
    document.put(
        "variables",
        look.variables().stream()
            .filter(wanted)
            .map(one -> variable(one, newest.get(one.name())))
            .toList());
    document.put("notes", look.notes());
    document.put(
        "denied",
        look.denied().stream()
            .map(one -> Map.<String, Object>of("what", one.what(), "grant", one.grant()))
            .toList());
    return document;
  }

  private static Map<String, Object> variable(
      Variable one, @org.jspecify.annotations.Nullable VariableChange change) {
    var document = new LinkedHashMap<String, Object>();
    document.put("name", one.name());
    document.put("value", one.value());
    document.put("origin", one.origin().name().toLowerCase(java.util.Locale.ROOT));
    document.put("path", one.path());
    document.put("default", one.usual());
    document.put("dynamic", one.dynamic());
    document.put("set_at", one.setAt());
    document.put("set_by", one.setBy());
    document.put("persisted", one.persisted());
    document.put("range", one.range());
    if (change != null) {
      document.put("changed_after", change.after().toString());
      document.put("changed_before", change.seenAt().toString());
      document.put("was", change.was());
    }
    return document;
  }

  /// @param lines those that are wanted
  public static Map<String, Object> of(VariableDiff diff, List<VariableDiff.Line> lines) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instances", diff.instances().stream().map(one -> one.name()).toList());
    document.put(
        "differences",
        lines.stream()
            .map(
                line -> {
                  var one = new LinkedHashMap<String, Object>();
                  one.put("name", line.name());
                  one.put("values", line.values());
                  one.put("by_nature", line.own());
                  return one;
                })
            .toList());
    return document;
  }
}
