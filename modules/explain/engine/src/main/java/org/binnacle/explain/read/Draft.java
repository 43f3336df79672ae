package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Role;
import org.binnacle.explain.TextRange;
import org.jspecify.annotations.Nullable;

/// A node while it is being read; {@link Finish} makes the immutable one.
final class Draft {
  NodeKind kind;
  String label;
  TextRange raw;
  Role role = Role.INPUT;
  @Nullable Double rows;
  @Nullable Double examined;
  @Nullable Double cost;
  @Nullable Double firstRowCost;
  @Nullable Double filteredPct;
  boolean neverExecuted;
  @Nullable Double actualRows;
  @Nullable Double actualExamined;
  double loops = 1;
  @Nullable Double firstMs;
  @Nullable Double totalMs;
  @Nullable Double ownMs;
  @Nullable String filter;
  @Nullable String indexCondition;
  @Nullable String lookup;
  final List<String> ranges = new ArrayList<>();
  final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  final Map<String, String> details = new LinkedHashMap<>();
  final List<Draft> children = new ArrayList<>();

  Draft(NodeKind kind, String label, TextRange raw) {
    this.kind = kind;
    this.label = label;
    this.raw = raw;
  }

  static Draft other(String text, TextRange raw) {
    String words = text.length() <= Bounds.WORDS ? text : text.substring(0, Bounds.WORDS) + "…";
    return new Draft(new NodeKind.Other(words), words, raw);
  }

  Draft add(Draft child) {
    children.add(child);
    return this;
  }

  Draft add(Draft child, Role as) {
    child.role = as;
    return add(child);
  }

  static OptionalDouble optional(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }
}
